namespace Cadran.Improvement;

/// <summary>What is known of a service that its nine steps are worked out from.</summary>
public sealed record StepFacts
{
    public required DateOnly On { get; init; }

    /// <summary>A service is measured at least once in so many months.</summary>
    public required int CycleMonths { get; init; }

    /// <summary>The last closed wave of clients; null without one.</summary>
    public (Guid Id, DateOnly EndsOn, DateOnly OpensOn)? LastWave { get; init; }

    /// <summary>A wave takes answers or is planned.</summary>
    public Guid? ComingWave { get; init; }

    /// <summary>The last wave that asked staff and is over.</summary>
    public (Guid Id, DateOnly EndsOn)? StaffWave { get; init; }

    /// <summary>An open box for ideas of staff, how many of its ideas wait past the promised day, and since when.</summary>
    public (Guid Box, int Late, DateOnly? LateSince)? Ideas { get; init; }

    /// <summary>The day of the last version of each statement.</summary>
    public IReadOnlyDictionary<StepStatementKind, DateOnly> Statements { get; init; } = new Dictionary<StepStatementKind, DateOnly>();

    /// <summary>The last decision in force.</summary>
    public (Guid Id, DateOnly On)? Decision { get; init; }
    public int Standards { get; init; }

    /// <summary>The last version of the plan for this fiscal year, and the day of its approval; null without one.</summary>
    public (Guid Id, DateOnly? ApprovedOn)? Plan { get; init; }

    /// <summary>The target that the service is followed by.</summary>
    public (Guid Id, DateOnly DueOn)? Target { get; init; }

    /// <summary>Of every action that was not abandoned.</summary>
    public IReadOnlyList<Action> Actions { get; init; } = [];

    /// <summary>As much of an action as the steps ask for.</summary>
    /// <param name="Verified">Null before a verdict.</param>
    /// <param name="JudgedOn">Day of the verdict.</param>
    public sealed record Action(Guid Id, DateOnly DueOn, DateOnly? DeliveredOn, bool? Verified, DateOnly? JudgedOn);
}
