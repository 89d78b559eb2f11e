namespace Cadran.Standards;

/// <summary>What a file of cases holds.</summary>
/// <param name="Rows">All rows.</param>
/// <param name="Cases">Rows that are counted.</param>
public sealed record CaseReport(long Rows, long Cases)
{
    public IReadOnlyList<CasesLeftOut> LeftOut { get; init; } = [];

    /// <summary>Month of the first case.</summary>
    public DateOnly? FirstOpened { get; init; }

    /// <summary>Months before this one may miss cases that began before the file does.</summary>
    public DateOnly? FirstWhole { get; init; }
    public CaseTimes? Times { get; init; }

    /// <summary>Rows that cannot be read, as against rows that are about something else.</summary>
    public long Bad => LeftOut.Where(l => l.Why is not (CaseReason.OtherChannel or CaseReason.OtherService)).Sum(l => l.Rows);
}
