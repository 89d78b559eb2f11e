namespace Cadran.Reporting;

/// <summary>The actions of a service that are not over.</summary>
/// <param name="Going">Open or under way, those that are late among them.</param>
/// <param name="LateSince">Date of the one that is late for longest; null when none is.</param>
/// <param name="ToVerify">Delivered before a wave that can show the effect, and not judged.</param>
/// <param name="Mine">Somebody asks who answers for one of this service's actions.</param>
public sealed record StandingActions(int Going, int Late, DateOnly? LateSince, int ToVerify, bool Mine)
{
    public static StandingActions None { get; } = new(0, 0, null, 0, false);
}
