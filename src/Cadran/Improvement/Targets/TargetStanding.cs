using Cadran.Collection;

namespace Cadran.Improvement;

/// <summary>How the last wave of a service stands against a target, and how old it is.</summary>
/// <param name="Progress">Null where no wave after the baseline asked the measure.</param>
/// <param name="Age">Of the last wave; null without a closed one.</param>
public sealed record TargetStanding(TargetProgress? Progress, MeasurementAge? Age);
