using PublicHoliday;

namespace Cadran.Standards;

/// <summary>
/// Public holidays by the PublicHoliday package, put right where its lists differ from published ones: its Boxing Day is not moved off a
/// weekend, and it gives the day for truth and reconciliation to provinces whose law does not know it.
/// </summary>
public static class Jurisdictions
{
    // No public holiday there, whatever an employer grants: Ontario, Quebec, Alberta, Saskatchewan.
    private static readonly string[] WithoutReconciliation = ["ON", "QC", "AB", "SK"];

    public static readonly IReadOnlyList<Jurisdiction> All =
    [
        Jurisdiction.None,
        new("CA", "Canada, federal", year => Canada(null, year)),
        Province("AB", "Alberta"), Province("BC", "British Columbia"), Province("MB", "Manitoba"), Province("NB", "New Brunswick"),
        Province("NL", "Newfoundland and Labrador"), Province("NS", "Nova Scotia"), Province("NT", "Northwest Territories"),
        Province("NU", "Nunavut"), Province("ON", "Ontario"), Province("PE", "Prince Edward Island"), Province("QC", "Quebec"),
        Province("SK", "Saskatchewan"), Province("YT", "Yukon"),
        new("BE", "Belgium", year => Days(new BelgiumPublicHoliday(), year)),
        new("FR", "France", year => Days(new FrancePublicHoliday(), year)),
        new("LU", "Luxembourg", year => Days(new LuxembourgPublicHoliday(), year)),
    ];

    public static Jurisdiction? Find(string code) => All.FirstOrDefault(j => j.Code == code);

    private static Jurisdiction Province(string code, string name) => new($"CA-{code}", name, year => Canada(code, year));

    private static HashSet<DateOnly> Canada(string? province, int year)
    {
        CanadaPublicHoliday of = province is null ? new() : new(province);
        HashSet<DateOnly> days = [.. Days(of, year)];
        var boxing = new DateOnly(year, 12, 26);
        if (province is null || CanadaPublicHoliday.HasBoxingDay(province))
        {
            // Christmas on a weekend is kept on the Monday, Boxing Day on the first working day after it.
            DateOnly christmas = Moved(new DateOnly(year, 12, 25));
            days.Remove(boxing);
            days.Add(christmas);
            days.Add(Moved(boxing) is var moved && moved > christmas ? moved : christmas.AddDays(1));
        }
        if (province is not null && WithoutReconciliation.Contains(province)) days.Remove(new DateOnly(year, 9, 30));
        return days;
    }

    private static DateOnly Moved(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static IEnumerable<DateOnly> Days(IPublicHolidays holidays, int year) =>
        holidays.PublicHolidays(year).Select(DateOnly.FromDateTime);
}
