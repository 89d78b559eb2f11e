using Cadran.Improvement;

namespace Cadran.Reporting;

/// <summary>One of the last waves of a service and its overall satisfaction; null when it was not asked, or is not known yet.</summary>
public sealed record StandingPoint(string Wave, Measurement? Score);
