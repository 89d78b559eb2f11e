using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;

namespace Cadran.Domain.Tests.Improvement;

/// <summary>The rules of a decision, without a browser.</summary>
public sealed class DecisionTests
{
    private static readonly Moment Now = Moment.On(new(2026, 3, 2));
    private static readonly Actor Somebody = new(Guid.NewGuid(), "S. Omebody");
    private static readonly Wave Wave =
        Wave.Plan(Guid.NewGuid(), Guid.NewGuid(), "2026-1", new(2026, 1, 1), new(2026, 1, 31), Somebody, Now);

    [Fact]
    public void Recorded_KeepsWhoAndWhen_AndTheServiceOfItsWave()
    {
        Decision decision = Record(new(2026, 2, 1));
        Assert.Equal((Wave.ServiceId, Wave.Id), (decision.ServiceId, decision.WaveId));
        Assert.Equal(("S. Omebody", Now.AtUtc), (decision.RecordedBy, decision.RecordedAtUtc));
        Assert.False(decision.IsWithdrawn);
    }

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026-01-01")]
    public void Dated_FromTheFirstDayOfItsWaveToToday(string on) => Assert.Equal(Day(on), Record(Day(on)).DecidedOn);

    [Theory]
    [InlineData("2026-03-03", "decision.in-future")]
    [InlineData("2025-12-31", "decision.before-wave")]
    public void DatedOtherwise_IsRefused(string on, string code)
    {
        var refused = Assert.Throws<RuleViolationException>(() => Record(Day(on)));
        Assert.Equal((code, "DecidedOn"), (refused.Code, refused.Field));
    }

    [Fact]
    public void EachText_IsWrittenInOneLanguageAtLeast_AndShortEnough()
    {
        Assert.Equal("Title", Refused(title: LocalText.Empty).Field);
        Assert.Equal("Reasons", Refused(reasons: new(" ", "")).Field);
        Assert.Equal("Body", Refused(body: LocalText.Empty).Field);
        Assert.Equal("text.too-long", Refused(title: new("T", new string('x', Decision.TitleMaxLength + 1))).Code);
        Assert.Equal("Couper l’attente", Record(new(2026, 2, 1), title: new("", "Couper l’attente")).Title.Fr);
    }

    [Fact]
    public void Withdrawn_SaysByWhom_AndOnlyOnce()
    {
        Decision decision = Record(new(2026, 2, 1));
        decision.Withdraw(Somebody, Now);
        Assert.Equal((true, "S. Omebody", (DateTime?)Now.AtUtc), (decision.IsWithdrawn, decision.WithdrawnBy, decision.WithdrawnAtUtc));
        Assert.Equal("decision.already-withdrawn", Assert.Throws<RuleViolationException>(() => decision.Withdraw(Somebody, Now)).Code);
    }

    [Fact]
    public void SecondLanguage_IsAddedOnce_AndChangesNothingThatWasWritten()
    {
        Decision decision = Record(new(2026, 2, 1));
        Assert.True(decision.LacksALanguage);
        decision.AddTexts(" Réduire l’attente ", null, " ", Somebody, Now);
        Assert.Equal(new LocalText("Cut the wait", "Réduire l’attente"), decision.Title);
        Assert.Equal([new AddedText("Title", "fr", "S. Omebody", Now.AtUtc)], decision.Added);
        Assert.Throws<RuleViolationException>(() => decision.AddTexts("Autrement", null, null, Somebody, Now));
        decision.AddTexts(null, "R", "B", Somebody, Now);
        Assert.False(decision.LacksALanguage);
    }

    private static RuleViolationException Refused(LocalText? title = null, LocalText? reasons = null, LocalText? body = null) =>
        Assert.Throws<RuleViolationException>(() => Record(new(2026, 2, 1), title, reasons, body));

    [Theory]
    [InlineData(50, 5, true)]
    [InlineData(49, 5, false)]
    [InlineData(8, 5, false)]
    [InlineData(10, 1, true)]
    // Of evidence that does not say how many drivers there were, one is asked for.
    [InlineData(9, 0, false)]
    public void Drivers_AreCitedOnlyFromTenPeopleForEach(int people, int drivers, bool enough)
    {
        var evidence = new DecisionEvidence { Driver = "timeliness", Respondents = people, Drivers = drivers };
        if (enough) Assert.Equal(people, Record(new(2026, 2, 1), evidence: evidence).Evidence.Respondents);
        else
        {
            var refused = Assert.Throws<RuleViolationException>(() => Record(new(2026, 2, 1), evidence: evidence));
            Assert.Equal("decision.too-few-people", refused.Code);
            Assert.Equal("A decision cannot cite drivers that {0} people rated: {1} are needed, {2} for each driver.", refused.Message);
            Assert.Equal([people, 10 * Math.Max(1, drivers), 10], refused.Args);
        }
    }

    private static Decision Record(DateOnly on, LocalText? title = null, LocalText? reasons = null, LocalText? body = null,
        DecisionEvidence? evidence = null) =>
        Decision.Record(Wave, evidence ?? new DecisionEvidence { Driver = "timeliness", Respondents = 50, Drivers = 5 },
            title ?? new("Cut the wait", ""),
            reasons ?? new("It weighs most.", ""), body ?? new("Board", ""), on, Somebody, Now);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
