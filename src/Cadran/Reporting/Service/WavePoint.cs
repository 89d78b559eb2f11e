using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Standards;

namespace Cadran.Reporting;

/// <summary>One wave of the service as the story tells it.</summary>
/// <param name="Score">Overall satisfaction 0–100; null when the questionnaire has no overall item.</param>
public sealed record WavePoint(Wave Wave, int Responses, Measurement? Score);
