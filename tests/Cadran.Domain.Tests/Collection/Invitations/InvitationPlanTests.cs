using Cadran.Collection;
using Cadran.People;

namespace Cadran.Domain.Tests.Collection;

/// <summary>When messages of a plan are due, and what can be changed while they go out.</summary>
public sealed class InvitationPlanTests
{
    private static readonly DateOnly Opens = new(2026, 3, 2), Closes = new(2026, 4, 1);
    private static readonly Actor Somebody = new(null, "somebody");
    private static readonly Moment Now = Moment.On(Opens, 8);
    private static readonly Wave Wave = Wave.Plan(Guid.NewGuid(), Guid.NewGuid(), "1", Opens, Closes, Somebody, Now);
    private static readonly InvitationTerms Terms = new() { SendsOn = Opens };

    private static InvitationPlan Planned(InvitationTerms? terms = null, Wave? wave = null) =>
        InvitationPlan.Make(Drawn(), wave ?? Wave, terms ?? Terms, [new(MailKind.Invitation, "en", "About {service}", "{link} {stop}")],
            Somebody, Now);

    private static Sample Drawn() => (Sample)Activator.CreateInstance(typeof(Sample), nonPublic: true)!;

    private static InvitationPlan UnderWay(InvitationTerms? terms = null)
    {
        InvitationPlan plan = Planned(terms);
        plan.Schedule(Wave, Somebody, Now);
        return plan;
    }

    [Fact]
    public void NothingIsDue_BeforeItIsScheduled_AndNotBeforeTheHour()
    {
        InvitationPlan plan = Planned();
        Assert.Null(plan.Due(Wave, Opens.ToDateTime(new(12, 0))));
        plan.Schedule(Wave, Somebody, Now);
        Assert.Null(plan.Due(Wave, Opens.ToDateTime(new(8, 59))));
        Assert.Equal((MailKind.Invitation, 0), Of(plan.Due(Wave, Opens.ToDateTime(new(9, 0)))));
    }

    [Fact]
    public void Reminders_CountFromTheDayOnWhichInvitationsWentOut_AndEndWithTheWave()
    {
        InvitationPlan plan = UnderWay(Terms with { Reminders = 5, DaysBetween = 7 });
        Moment late = Moment.On(Opens.AddDays(3));
        plan.MakeReady(plan.Due(Wave, Local(late))!, 10, late);
        Assert.Equal([Opens.AddDays(10), Opens.AddDays(17), Opens.AddDays(24)],
            plan.Planned(Wave).Where(r => r.Kind == MailKind.Reminder).Select(r => DateOnly.FromDateTime(r.Due)));
        Assert.Null(plan.Due(Wave, Local(Moment.On(Opens.AddDays(9)))));
        Assert.Equal((MailKind.Reminder, 1), Of(plan.Due(Wave, Local(Moment.On(Opens.AddDays(10))))));
    }

    [Fact]
    public void Thanks_ComeTheDayAfterTheEnd_ToWhomeverWasInvited()
    {
        InvitationPlan plan = UnderWay(Terms with { Reminders = 0 });
        DateTime after = Closes.AddDays(1).ToDateTime(new(9, 0));
        Assert.Null(plan.Due(Wave, after));
        plan.MakeReady(plan.Due(Wave, Local(Now with { AtUtc = Now.AtUtc.AddHours(2) }))!, 10, Now);
        Assert.Equal((MailKind.Thanks, 0), Of(plan.Due(Wave, after)));
        Assert.Null(plan.Due(Wave, Closes.ToDateTime(new(23, 0))));
    }

    [Fact]
    public void Stopped_NothingIsDue_UntilItIsScheduledAgain()
    {
        InvitationPlan plan = UnderWay();
        plan.Stop(Somebody, Now);
        Assert.Null(plan.Due(Wave, Closes.ToDateTime(new(9, 0))));
        Refused("No messages are going out.", () => plan.Stop(Somebody, Now));
        plan.Schedule(Wave, Somebody, Now);
        Assert.NotNull(plan.Due(Wave, Closes.ToDateTime(new(9, 0))));
        Refused("The messages are scheduled already.", () => plan.Schedule(Wave, Somebody, Now));
    }

    [Fact]
    public void UnderWay_NothingChanges_AndTheKindOfLinkNeverAgain()
    {
        InvitationPlan plan = UnderWay();
        Refused("Messages are going out: stop them first", () => plan.Change(Terms with { Reminders = 1 }, Wave));
        Refused("Messages are going out: stop them first", () => plan.Write(plan.Texts[0]));
        plan.Stop(Somebody, Now);
        Refused("Links of this kind may have been sent", () => plan.Change(Terms with { Links = LinkKind.Open }, Wave));
        plan.Change(Terms with { Reminders = 1 }, Wave);
        Assert.Equal(1, plan.Terms.Reminders);
        Refused("This draw stays: messages to its people were scheduled.", plan.RequireUndoable);
    }

    [Fact]
    public void AClosedWave_InvitesNobody()
    {
        Wave closed = Wave.Plan(Guid.NewGuid(), Guid.NewGuid(), "1", Opens.AddDays(-60), Opens.AddDays(-30), Somebody, Now);
        Refused("This wave is closed: whoever was invited could not answer.",
            () => Planned(Terms with { SendsOn = closed.OpensOn }, closed));
    }

    [Theory]
    [InlineData(-1, 9, 2, 7, "", "Choose a day from {0} to {1}: people can answer only then.")]
    [InlineData(31, 9, 2, 7, "", "Choose a day from {0} to {1}: people can answer only then.")]
    [InlineData(0, 24, 2, 7, "", "Enter an hour from 0 to 23.")]
    [InlineData(0, 9, 6, 7, "", "Enter a number of reminders from 0 to {0}.")]
    [InlineData(0, 9, 2, 0, "", "Enter a number of days from 1 to {0}.")]
    [InlineData(0, 9, 2, 7, "nobody", "This is no e-mail address: write it as name@example.org.")]
    public void TermsThatCannotBe_AreRefused(int day, int hour, int reminders, int between, string reply, string message) =>
        Refused(message, () => Planned(new()
        {
            SendsOn = Opens.AddDays(day),
            Hour = hour,
            Reminders = reminders,
            DaysBetween = between,
            ReplyTo = reply,
        }));

    [Fact]
    public void UncertainMessages_AreSentAgainByAPerson_WhenThereAreSome()
    {
        InvitationPlan plan = UnderWay();
        Refused("No message is uncertain.", () => plan.Resend(0, Somebody, Now));
        plan.Resend(3, Somebody, Now);
        Assert.Equal(new MailResend("somebody", Now.AtUtc, 3), Assert.Single(plan.Resends));
    }

    private static DateTime Local(Moment moment) => moment.AtUtc;

    private static (MailKind, int)? Of(PlannedRound? round) => round is null ? null : (round.Kind, round.Number);

    private static void Refused(string message, Action act) =>
        Assert.Contains(message, Assert.Throws<RuleViolationException>(act).Message);
}
