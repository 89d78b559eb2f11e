using Cadran.People;
using Cadran.Standards;
using Cadran.Statistics.Simulation;

namespace Cadran.Web.Demonstration;

/// <summary>
/// What two fictional standards commit to, and four years of months: passports at the counter are stable, permits slip when a new system
/// comes and are on their way back.
/// </summary>
internal static class DemonstrationStandards
{
    private const int Months = 48, NewSystem = 37, Remedied = 43;
    private static readonly Actor Manager = new(null, "M. Okafor");

    public static ServiceCalendar Tell(Guid organisationId, IReadOnlyList<DemonstrationService> services, ulong seed, DateOnly today)
    {
        DateOnly first = new DateOnly(today.Year, today.Month, 1).AddMonths(-Months);
        Moment then = Moment.On(first);
        var calendar = ServiceCalendar.Create(organisationId, "Counters, Canada", "CA", OpeningHours.OfficeWeek,
            [new(new DateOnly(today.Year, 12, 24), IsOpen: false, "Ministry closed")], Manager, then);
        ServiceStandard passports = Find(services, "P-1"), permits = Find(services, "B-1");
        LocalText passport = new("A passport asked for at a counter", "Un passeport demandé au comptoir"),
            decision = new("A decision on a complete application", "Une décision sur une demande complète");
        passports.SetTerms(new(passport, StandardMeasure.Time, new(0.9m))
        {
            Limit = 10,
            Unit = TimeUnit.BusinessDays,
            CalendarId = calendar.Id,
            ClockStart = new("The complete application is taken at the counter", "La demande complète est reçue au comptoir"),
            ClockEnd = new("The passport is ready or sent", "Le passeport est prêt ou envoyé"),
            Pauses = new("While a photograph or a document is asked for again", "Pendant qu’une photo ou une pièce est redemandée"),
            Owner = "Director of passports",
        }, first, null, Manager, then);
        permits.SetTerms(new(decision, StandardMeasure.Time, new(0.8m))
        {
            Limit = 30,
            Unit = TimeUnit.Days,
            ClockStart = new("The last missing document has come", "La dernière pièce manquante est arrivée"),
            ClockEnd = new("The decision is sent", "La décision est envoyée"),
            Owner = "Director of permits",
        }, first, null, Manager, then);
        passports.Touch(["timeliness"]);
        permits.Touch(["timeliness"]);
        var random = new PortableRandom(seed);
        for (int i = 0; i < Months; i++)
        {
            Record(passports, first.AddMonths(i), 52_000 + (long)(4_000 * random.NextDouble()),
                0.912 + 0.012 * (random.NextDouble() - 0.5));
            double slip = i < NewSystem ? 0 : i < Remedied ? 0.16 : 0.07;
            Record(permits, first.AddMonths(i), 3_800 + (long)(500 * random.NextDouble()),
                0.86 + 0.03 * (random.NextDouble() - 0.5) - slip);
        }
        Note(permits, StandardNoteKind.Change, first.AddMonths(NewSystem).AddDays(6),
            new("The new case system went live; files were entered twice for some weeks.",
                "Le nouveau système de gestion des dossiers est entré en service\u202F; "
                + "pendant quelques semaines, les dossiers ont été saisis deux fois."));
        Note(permits, StandardNoteKind.Remedy, first.AddMonths(Remedied).AddDays(2),
            new("Simple files are decided in a lane of their own, and four officers were trained on the new system.",
                "Les dossiers simples sont traités dans une file à part, et quatre agents ont été formés au nouveau système."));
        passports.Publish(Manager, Moment.On(today.AddMonths(-6)));
        permits.Publish(Manager, Moment.On(today.AddMonths(-6)));
        return calendar;
    }

    private static void Record(ServiceStandard standard, DateOnly month, long cases, double share)
    {
        ReportingPeriod period = ReportingPeriod.Of(month, ReportingPeriod.Month);
        standard.RecordPeriod(period, new((long)Math.Round(cases * share), cases), PeriodSource.Typed, null, Manager,
            Moment.On(period.Last.AddDays(5)));
    }

    private static void Note(ServiceStandard standard, StandardNoteKind kind, DateOnly on, LocalText text) =>
        standard.Remark(kind, on, text, Manager, Moment.On(on));

    private static ServiceStandard Find(IReadOnlyList<DemonstrationService> services, string code) =>
        services.SelectMany(s => s.Standards).Single(s => s.Code == code);
}
