using System.Diagnostics;
using System.Globalization;
using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;

namespace Cadran.Benchmarks;

/// <summary>
/// A file of 1,000,000 cases over three years becomes the months of a standard in business days, with pauses, channel and open cases:
/// <c>cases [rows]</c>. Budget: 5 s, from opening the file to the results; the file lies in the cache of the machine.
/// </summary>
internal static class CasesBenchmark
{
    private const int Days = 1095;

    public static Task RunAsync(string[] args)
    {
        int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        string file = Path.GetTempFileName();
        try
        {
            Fill(file, rows);
            for (int run = 0; run < 3; run++) Measure(file, rows);
        }
        finally { File.Delete(file); }
        return Task.CompletedTask;
    }

    private static void Measure(string file, int rows)
    {
        Moment now = Moment.On(new DateOnly(2026, 12, 1));
        var actor = new Actor(null, "bench");
        Service service = Service.Create(Guid.NewGuid(), "B-1", new("Permits", "Permis"));
        var calendar = ServiceCalendar.Create(Guid.NewGuid(), "Office", "CA", OpeningHours.OfficeWeek, [], actor, now);
        ServiceStandard standard = ServiceStandard.Create(service.Id, "1", new("In ten days", "En dix jours"), "TML", "ONL");
        standard.SetTerms(new(new("A decision", ""), StandardMeasure.Time, new(0.9m))
        {
            Limit = 10,
            Unit = TimeUnit.BusinessDays,
            CalendarId = calendar.Id,
            ClockStart = new("In", ""),
            ClockEnd = new("Out", ""),
        }, new(2023, 1, 1), null, actor, now);
        (TimeSpan before, long clock) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        using FileStream sent = File.OpenRead(file);
        CaseFile counted = new ImportCases(null!, TimeProvider.System).Read(standard, service, sent, "cases.csv", new(2026, 10, 31),
            new Dictionary<Guid, WorkingTime> { [calendar.Id] = WorkingTime.Of(calendar) }, actor, null, default);
        counted.TakeInto(standard, ReportingPeriod.Month, actor, now);
        double seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{rows:N0} cases, {new FileInfo(file).Length / 1e6:0} MB: {seconds:0.00} s, processor " +
            $"{(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.00} s, {standard.Periods.Count} months, " +
            $"{counted.Counts.Count:N0} counts kept, {CaseCounts.Write(counted.Counts).Length / 1000} KB"));
    }

    // Multiplied and taken modulo: the same file everywhere, and no two neighbours alike.
    private static void Fill(string file, int rows)
    {
        using var writer = new StreamWriter(file);
        writer.WriteLine("start,end,pauses,channel,service");
        DateOnly first = new(2023, 11, 1);
        for (long i = 0; i < rows; i++)
        {
            long chance = i * 2_654_435_761 % 1_000_003;
            DateOnly start = first.AddDays((int)(i * 7919 % Days));
            DateOnly end = start.AddDays((int)(chance % 20) + (chance % 97 == 0 ? 30 : 0));
            string pause = chance % 11 == 0 ? $"{start.AddDays(1):yyyy-MM-dd}/{start.AddDays(3):yyyy-MM-dd}" : "";
            if (pause.Length > 0 && end < start.AddDays(3)) end = start.AddDays(3);
            bool open = end > new DateOnly(2026, 10, 31) || chance % 211 == 0;
            if (start > new DateOnly(2026, 10, 25)) pause = "";
            writer.WriteLine($"{start:yyyy-MM-dd}T09:{chance % 60:00}:00,{(open ? "" : $"{end:yyyy-MM-dd}T16:05:00")},{pause},ONL,B-1");
        }
    }
}
