using Cadran.People;
using Cadran.Standards;

namespace Cadran.Domain.Tests.Standards;

/// <summary>A standard, a calendar and a moment, as tests of this module need them.</summary>
internal static class Given
{
    public static readonly Actor Somebody = new(null, "Somebody");
    public static readonly Moment Now = Moment.On(new DateOnly(2026, 12, 1));

    public static ServiceCalendar Calendar(string jurisdiction = "CA", IReadOnlyList<OwnDay>? own = null) =>
        ServiceCalendar.Create(Guid.NewGuid(), "Head office", jurisdiction, OpeningHours.OfficeWeek, own ?? [], Somebody, Now);

    public static StandardTerms Terms(decimal limit = 10, TimeUnit unit = TimeUnit.BusinessDays, string proportion = "90%") =>
        new(new("A decision", "Une décision"), StandardMeasure.Time, Target(proportion))
        {
            Limit = limit,
            Unit = unit,
            ClockStart = new("A complete file has come", "Un dossier complet est arrivé"),
            ClockEnd = new("The decision is sent", "La décision est envoyée"),
            CalendarId = unit == TimeUnit.BusinessDays ? Guid.CreateVersion7() : null,
        };

    public static StandardTarget Target(string written) =>
        StandardTarget.TryRead(written, out StandardTarget target, out _) ? target : throw new ArgumentException(written);

    public static ServiceStandard Standard(StandardTerms? terms = null)
    {
        ServiceStandard made = ServiceStandard.Create(Guid.NewGuid(), "S-1", new("In ten days", "En dix jours"), "TML", "ONL");
        if (terms is not null) made.SetTerms(terms, new(2024, 1, 1), null, Somebody, Now);
        return made;
    }

    public static void Refuses(string code, Action act, string? message = null)
    {
        var refused = Assert.Throws<RuleViolationException>(act);
        Assert.Equal((code, message ?? refused.Message), (refused.Code, refused.Message));
    }
}
