using Cadran.Improvement;

namespace Cadran.Reporting;

/// <summary>The target that a service is followed by.</summary>
/// <param name="Progress">How the last wave stands against it; null where no wave after the baseline tells.</param>
/// <param name="Name">What it is about, in the words people were asked; empty until the row is shown.</param>
public sealed record StandingTarget(Target Target, TargetProgress? Progress, LocalText Name)
{
    /// <summary>It is about the satisfaction that stands beside it.</summary>
    public bool IsOverall => Target.Item == MeasureNames.Overall;

    /// <summary>Below its path, or past its date without having been reached for certain.</summary>
    public bool IsMissedOn(DateOnly day) =>
        Progress?.Status == TargetStatus.OffTrack || (Target.DueOn < day && Progress?.Status != TargetStatus.OnTrack);
}
