using Cadran.Catalogue;
using Cadran.Csv;
using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Standards;

/// <summary>Counts a file of cases for a standard, and takes the counts over. One operation for the page and the command.</summary>
public sealed class ImportCases(CadranDb db, TimeProvider time)
{
    /// <summary>Reads the whole file and says what it holds; it is not saved yet.</summary>
    /// <param name="standard">With its versions.</param>
    public async Task<CaseFile> CountAsync(ServiceStandard standard, Service service, Stream sent, string fileName, DateOnly asOf, Actor by,
        IProgress<(long Done, long Total)>? progress, CancellationToken ct)
    {
        if (asOf > time.Today)
            throw new RuleViolationException("cases.ahead", "The last day that the file knows has come already.", "AsOf");
        var calendars = await ClocksAsync(standard, ct);
        return await Task.Run(() => Read(standard, service, sent, fileName, asOf, calendars, by, progress, ct), ct);
    }

    /// <summary>The same without a database: for who has the calendars.</summary>
    internal CaseFile Read(ServiceStandard standard, Service service, Stream sent, string fileName, DateOnly asOf,
        IReadOnlyDictionary<Guid, WorkingTime> calendars, Actor by, IProgress<(long Done, long Total)>? progress, CancellationToken ct)
    {
        CaseOrder order = new CaseOrder(standard, service, asOf, time.LocalTimeZone).WithClocks(calendars);
        try
        {
            using CsvReader csv = CsvReader.Open(sent, new CsvOptions { RaggedRows = RaggedRows.Deliver });
            var rows = new CaseRows(csv, order);
            rows.Read(() =>
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(csv.Progress);
            });
            IReadOnlyList<CaseCount> counts = rows.Counts;
            DateOnly? first = counts.Count == 0 ? null : counts.Min(c => c.Like.Opened);
            CaseReport report = rows.Report() with
            {
                FirstOpened = first,
                FirstWhole = first is { } month ? Whole(month, order.ClockOf(month)) : null,
                Times = CaseTimes.Of(counts, order.Latest, standard.TargetOn(asOf), asOf),
            };
            return CaseFile.Count(standard.Id, fileName, asOf, report, counts, by, time.Now);
        }
        catch (CsvException broken) { throw broken.Error.AsRule("Upload"); }
    }

    /// <summary>Makes the months of the file results of its standard; the caller saves.</summary>
    /// <param name="standard">Tracked, with its versions, targets and periods.</param>
    public void Take(CaseFile file, ServiceStandard standard, int months, Actor by)
    {
        // A result has its number already, by which the database would take it for one that is there.
        foreach (PeriodResult made in file.TakeInto(standard, months, by, time.Now)) db.Add(made);
    }

    // A case that began the day before the file does is decided at the latest when its limit is over.
    private static DateOnly Whole(DateOnly firstMonth, CaseClock clock)
    {
        DateOnly decided = DateOnly.FromDateTime(clock.Due(firstMonth.AddDays(-1).ToDateTime(new TimeOnly(23, 59, 59))));
        return new DateOnly(decided.Year, decided.Month, 1).AddMonths(1);
    }

    private async Task<Dictionary<Guid, WorkingTime>> ClocksAsync(ServiceStandard standard, CancellationToken ct)
    {
        List<Guid> named = [.. standard.Versions.Select(v => v.Terms.CalendarId).OfType<Guid>().Distinct()];
        return await db.ServiceCalendars.AsNoTracking().Where(c => named.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => WorkingTime.Of(c), ct);
    }
}
