using Cadran.Catalogue;

namespace Cadran.Standards;

/// <summary>How a file of cases is counted for a standard.</summary>
/// <param name="AsOf">The last day that the file knows.</param>
/// <param name="Zone">Where the service is.</param>
internal sealed record CaseOrder(ServiceStandard Standard, Service Service, DateOnly AsOf, TimeZoneInfo Zone)
{
    private readonly List<(DateOnly From, CaseClock Clock)> clocks = [];

    public CaseClock Latest => clocks[^1].Clock;

    /// <summary>Lays out the clock of every version that is a time standard.</summary>
    /// <param name="calendars">By number, those that the versions name.</param>
    public CaseOrder WithClocks(IReadOnlyDictionary<Guid, WorkingTime> calendars)
    {
        foreach (StandardVersion version in Standard.Versions.OrderBy(v => v.Number))
            if (version.Terms.Measure == StandardMeasure.Time)
                clocks.Add((version.From, new(version.Terms,
                    version.Terms.CalendarId is { } id && calendars.TryGetValue(id, out WorkingTime? time) ? time : WorkingTime.Always)));
        if (clocks.Count == 0)
            throw new RuleViolationException("cases.no-limit", "Only a standard with a limit of time is counted from cases.");
        if (clocks.Exists(c => c.Clock.Unit != Latest.Unit))
            throw new RuleViolationException("cases.units",
                "The versions of this standard count in different units: their cases cannot be counted together.");
        return this;
    }

    /// <summary>The version in force when a case began judges it.</summary>
    public CaseClock ClockOf(DateOnly start)
    {
        for (int i = clocks.Count - 1; i > 0; i--)
            if (clocks[i].From <= start) return clocks[i].Clock;
        return clocks[0].Clock;
    }

    public bool IsService(string written) => InventoryNumber.Key(written) == Service.CodeKey || Service.Name.Reads(written);

    /// <summary>A standard of one channel counts its cases only; one of any or several channels counts all.</summary>
    public bool IsChannel(string written) => Channel.OfStandard(Standard.Channel) is not { } its || its == Channel.Other
        || new[] { its.Standard, its.Response, its.Volume }.Contains(written, StringComparer.OrdinalIgnoreCase);
}
