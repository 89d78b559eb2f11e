namespace Cadran.Standards;

/// <summary>What was counted of a standard in a month or a quarter.</summary>
/// <param name="Meeting">Cases that kept it.</param>
/// <param name="Total">All cases.</param>
public sealed record PeriodFigures(long Meeting, long Total)
{
    /// <summary>Of a count from cases: missed by cases that were still open.</summary>
    public long OpenLate { get; init; }

    /// <summary>The same in every language, for what is kept of corrections.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Meeting} / {Total}");

    internal PeriodFigures Require()
    {
        if (Meeting < 0 || Total < 0)
            throw new RuleViolationException("standard.negative", "A number of cases cannot be below 0.", nameof(Total));
        if (Meeting > Total)
            throw new RuleViolationException("standard.more-than-all", "No more cases can keep the standard than there are.",
                nameof(Meeting));
        return this;
    }
}
