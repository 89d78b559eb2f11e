using Cadran.Improvement;

namespace Cadran.Reporting;

/// <summary>What some services come to together.</summary>
public sealed record StandingTotals
{
    public required int Services { get; init; }
    public required int Measured { get; init; }
    public required int Attention { get; init; }

    /// <summary>Services with a target in force, by how it stands; those that no wave tells about are not measured.</summary>
    public required IReadOnlyDictionary<TargetStatus, int> Targets { get; init; }

    /// <summary>Services whose measurement says "on track" but is older than its cycle: they are none of <see cref="Targets"/>.</summary>
    public required int TargetsTooOld { get; init; }
    public required int Late { get; init; }
    public DateOnly? LateSince { get; init; }
    public required int Old { get; init; }
    public required int WorkingOut { get; init; }
    public required StandingNews News { get; init; }
    public required int NewWaves { get; init; }

    public int WithTarget => Targets.Values.Sum() + TargetsTooOld;

    public static StandingTotals Of(IReadOnlyCollection<ServiceStanding> services)
    {
        List<ServiceStanding> aimed = [.. services.Where(s => s.Target is not null)];
        bool IsTooOld(ServiceStanding s) => s is { Target.Progress.Status: TargetStatus.OnTrack, Age.IsOld: true };
        return new()
        {
            Services = services.Count,
            Measured = services.Count(s => s.Last is not null),
            Attention = services.Count(s => s.Reasons.Count > 0),
            Targets = aimed.Where(s => !IsTooOld(s)).CountBy(s => s.Target!.Progress?.Status ?? TargetStatus.NotMeasured).ToDictionary(),
            TargetsTooOld = aimed.Count(IsTooOld),
            Late = services.Sum(s => s.Actions.Late),
            LateSince = services.Min(s => s.Actions.LateSince),
            Old = services.Count(s => s.Age?.IsOld == true),
            WorkingOut = services.Count(s => !s.IsWorkedOut),
            News = new(services.Any(s => s.News.Wave), services.Sum(s => s.News.Verdicts), services.Sum(s => s.News.Late),
                services.Sum(s => s.News.Comments)),
            NewWaves = services.Count(s => s.News.Wave),
        };
    }
}
