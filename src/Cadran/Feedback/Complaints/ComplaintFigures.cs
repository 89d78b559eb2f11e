using Cadran.Insight;
using Cadran.Statistics.Control;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Feedback;

/// <summary>
/// What the complaints of a year teach, in counts that tell of nobody: parts of fewer than the minimum are withheld, with as many others
/// as it takes. Complaints that say again what another says count once.
/// </summary>
/// <param name="Months">Received in each month, oldest first, this one last.</param>
/// <param name="About">By what they are about, the most frequent first.</param>
/// <param name="Causes">By root cause, the driver's code, the most frequent first; those without one are not among them.</param>
/// <param name="Median">Days until half of them had their first answer (Kaplan–Meier: those still open count as long as they have
/// waited); null when fewer than half have one, or too few came.</param>
/// <param name="InTime">Share that had its first answer, or was refused, by its day, of those whose day has come; null of too few.</param>
/// <param name="Satisfied">Share of those who rated their answer that gave it 4 or 5; null of too few.</param>
public sealed record ComplaintFigures(int? Received, int Open, int Late, int? Reopened,
    IReadOnlyList<(DateOnly Month, int? Received)> Months, IReadOnlyList<PeopleCount> About, IReadOnlyList<PeopleCount> Causes,
    double? Median, double? InTime, double? Satisfied)
{
    public const int MonthsShown = 12;

    private sealed record Facts(DateOnly ReceivedOn, ComplaintAbout About, string? Cause, DateOnly AnswerBy, DateOnly? FirstAnsweredOn,
        DateOnly? RefusedOn, int Reopenings, int? Satisfaction, bool Open, bool Late);

    /// <param name="services">Those whose complaints count.</param>
    public static async Task<ComplaintFigures> OfAsync(CadranDb db, IQueryable<Guid> services, DateOnly today, CancellationToken ct)
    {
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MonthsShown);
        var found = await db.Complaints.AsNoTracking().IgnoreAutoIncludes()
            .Where(c => services.Contains(c.ServiceId) && c.MergedIntoId == null
                && (c.ReceivedOn >= first || (c.RefusedOn == null && c.AnsweredOn == null)))
            .Select(c => new Facts(c.ReceivedOn, c.About, c.CauseDriver, c.AnswerBy, c.FirstAnsweredOn, c.RefusedOn, c.Reopenings,
                c.Satisfaction, c.RefusedOn == null && c.AnsweredOn == null,
                c.RefusedOn == null && c.AnsweredOn == null && (c.AnswerBy < today || (c.AdmittedOn == null && c.DecideBy < today))))
            .ToListAsync(ct);
        List<Facts> year = [.. found.Where(f => f.ReceivedOn >= first)];
        return new(Shown(year.Count), found.Count(f => f.Open), found.Count(f => f.Late), Shown(year.Count(f => f.Reopenings > 0)),
            Monthly(year, first), Parts(year.Select(f => f.About.ToString())), Parts(year.Select(f => f.Cause).OfType<string>()),
            HalfAnswered(year, today),
            Share([.. year.Where(f => f.RefusedOn is not null || f.FirstAnsweredOn is not null || f.AnswerBy < today)
                .Select(f => (f.FirstAnsweredOn ?? f.RefusedOn) is { } end && end <= f.AnswerBy)]),
            Share([.. year.Where(f => f.Satisfaction is not null).Select(f => f.Satisfaction >= 4)]));
    }

    private static int? Shown(int people) => DisclosurePolicy.Published.Alone(people) is null ? people : null;

    private static (DateOnly, int?)[] Monthly(List<Facts> year, DateOnly first)
    {
        var counts = year.CountBy(f => new DateOnly(f.ReceivedOn.Year, f.ReceivedOn.Month, 1)).ToDictionary();
        DateOnly[] months = [.. Enumerable.Range(0, MonthsShown).Select(first.AddMonths)];
        int[] people = [.. months.Select(m => counts.GetValueOrDefault(m))];
        var hidden = DisclosurePolicy.Published.Cells([.. people.Select(p => new CellBase(p))]);
        return [.. months.Select((month, i) => (month, hidden[i] is null ? people[i] : (int?)null))];
    }

    private static PeopleCount[] Parts(IEnumerable<string> values)
    {
        KeyValuePair<string, int>[] counts =
            [.. values.CountBy(v => v).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)];
        var hidden = DisclosurePolicy.Published.Cells([.. counts.Select(c => new CellBase(c.Value))]);
        return [.. counts.Select((c, i) => new PeopleCount(c.Key, hidden[i] is null ? c.Value : null))];
    }

    private static double? HalfAnswered(List<Facts> year, DateOnly today)
    {
        List<Facts> admissible = [.. year.Where(f => f.RefusedOn is null)];
        if (admissible.Count < 2 * DisclosurePolicy.MinimumPeople) return null;
        double[] days = [.. admissible.Select(f => (double)((f.FirstAnsweredOn ?? today).DayNumber - f.ReceivedOn.DayNumber))];
        bool[] answered = [.. admissible.Select(f => f.FirstAnsweredOn is not null)];
        return KaplanMeier.Of(days, answered).Quantile(0.5);
    }

    private static double? Share(bool[] of) =>
        of.Length >= 2 * DisclosurePolicy.MinimumPeople ? of.Count(one => one) / (double)of.Length : null;
}
