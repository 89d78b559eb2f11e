using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.Standards;

namespace Cadran.Reporting;

/// <summary>Where one service stands: what was measured last, how it moved, what comes first, what was promised and what is late.</summary>
public sealed record ServiceStanding
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required LocalText Name { get; init; }
    public required Guid OrganisationId { get; init; }
    public required LocalText Organisation { get; init; }

    /// <summary>Name and organisation as searches read them, and the beginning of the name for ordering, in English and French.</summary>
    public required string Search { get; init; }
    public required (string En, string Fr) Sort { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>How many waves have closed, and the last of them; null when none has.</summary>
    public int Waves { get; init; }
    public StandingWave? Last { get; init; }
    public MeasurementAge? Age { get; init; }

    /// <summary>A wave takes answers now.</summary>
    public bool IsAsking { get; init; }

    /// <summary>What the last waves say is still being worked out.</summary>
    public bool IsWorkedOut { get; init; } = true;

    /// <summary>Overall satisfaction in the last wave; null when it was not asked.</summary>
    public Measurement? Score { get; init; }

    /// <summary>The last four waves, oldest first.</summary>
    public IReadOnlyList<StandingWave> Recent { get; init; } = [];

    /// <summary>The same with their scores; empty until the row is drawn.</summary>
    public IReadOnlyList<StandingPoint> Trend { get; init; } = [];

    /// <summary>From the wave before; null where there is none, or one of the two did not ask.</summary>
    public ChangeResult? Change { get; init; }
    public ChangeVerdict Verdict => Change.Planned();
    public StandingPriority? Priority { get; init; }
    public StandingTarget? Target { get; init; }
    public StandingActions Actions { get; init; } = StandingActions.None;

    /// <summary>Of the last reported year; null without a standard, and until the row is shown.</summary>
    public StandardsKept? Standards { get; init; }
    public StandingNews News { get; init; } = StandingNews.None;

    /// <summary>Why it needs attention, the most pressing first; empty when it does not.</summary>
    public IReadOnlyList<AttentionReason> Reasons => [.. All.Where(Holds)];

    private static readonly AttentionReason[] All = Enum.GetValues<AttentionReason>();

    private bool Holds(AttentionReason reason) => reason switch
    {
        AttentionReason.ActionLate => Actions.Late > 0,
        AttentionReason.TargetMissed => Target?.IsMissedOn(On) == true,
        AttentionReason.ScoreFell => Verdict == ChangeVerdict.Loss,
        AttentionReason.EffectToVerify => Actions.ToVerify > 0,
        _ => Age?.IsOld == true,
    };
}
