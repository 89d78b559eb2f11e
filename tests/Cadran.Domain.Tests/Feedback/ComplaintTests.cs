using Cadran.Feedback;
using Cadran.People;
using Cadran.Standards;

namespace Cadran.Domain.Tests.Feedback;

/// <summary>Rules of a complaint that need no host.</summary>
public sealed class ComplaintTests
{
    private static readonly Moment Now = Moment.On(new(2026, 3, 2));
    private static readonly Actor Officer = new(Guid.NewGuid(), "Officer");
    private static readonly ComplaintDeadlines Deadlines = new(15, 20, WorkingTime.Of(ServiceCalendar.Create(Guid.NewGuid(), "weekdays", "",
        OpeningHours.OfficeWeek, [], Officer, Now)));

    [Fact]
    public void Days_ArePromised_WhenItComes()
    {
        Complaint complaint = Received();
        Assert.Equal((new(2026, 3, 17), new DateOnly(2026, 3, 30)), (complaint.DecideBy, complaint.AnswerBy));
        Assert.False(complaint.IsLateOn(new(2026, 3, 17)));
        Assert.True(complaint.IsLateOn(new(2026, 3, 18)));
        complaint.Admit(Officer, Now);
        Assert.False(complaint.IsLateOn(new(2026, 3, 30)));
        Assert.True(complaint.IsLateOn(new(2026, 3, 31)));
    }

    [Fact]
    public void Answer_WaitsForAdmission()
    {
        Complaint complaint = Received();
        Refused("Only an admitted complaint that has no answer is answered.",
            () => complaint.Answer(ComplaintOutcome.Founded, "sealed", Officer, Now));
        complaint.Admit(Officer, Now);
        complaint.Answer(ComplaintOutcome.Founded, "sealed", Officer, Now);
        Assert.Equal((ComplaintState.Answered, (DateOnly?)null), (complaint.State, complaint.DueOn));
        Refused("Only an admitted complaint that has no answer is answered.",
            () => complaint.Answer(ComplaintOutcome.Unfounded, "sealed", Officer, Now));
    }

    [Fact]
    public void OpenedAgain_HasAnotherDay_AndKeepsTheFirstAnswer()
    {
        Complaint complaint = Received();
        Refused("Only an answered complaint is opened again.", () => complaint.Reopen("sealed", Deadlines, null, Now));
        complaint.Admit(Officer, Now);
        complaint.Answer(ComplaintOutcome.Founded, "sealed", Officer, Now);
        Moment later = Moment.On(new(2026, 4, 1));
        complaint.Reopen("sealed", Deadlines, null, later);
        Assert.Equal((ComplaintState.Admitted, Now.Today, 1), (complaint.State, complaint.FirstAnsweredOn, complaint.Reopenings));
        Assert.True(complaint.AnswerBy > later.Today);
    }

    [Fact]
    public void Answer_IsRatedOnce_ByOneOfFive()
    {
        Complaint complaint = Received();
        Refused("The answer can be rated once, when there is one.", () => complaint.Rate(4, Now));
        complaint.Admit(Officer, Now);
        complaint.Answer(ComplaintOutcome.Founded, "sealed", Officer, Now);
        Refused("Choose one of the five answers.", () => complaint.Rate(6, Now));
        complaint.Rate(4, Now);
        Refused("The answer can be rated once, when there is one.", () => complaint.Rate(4, Now));
    }

    [Fact]
    public void Owner_IsGivenOnce()
    {
        Complaint complaint = Received();
        complaint.Assign(Officer.UserId!.Value, Officer.Name, Officer, Now);
        Refused("This person answers for it already.", () => complaint.Assign(Officer.UserId!.Value, Officer.Name, Officer, Now));
    }

    [Fact]
    public void Secret_IsReadAsPeopleCopyIt()
    {
        string secret = ComplaintSecret.New();
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$", secret);
        string digest = ComplaintSecret.Digest(secret);
        Assert.True(ComplaintSecret.Fits(secret.ToLowerInvariant().Replace("-", " ").Replace('0', 'O').Replace('1', 'l'), digest));
        Assert.False(ComplaintSecret.Fits(ComplaintSecret.New(), digest));
        Assert.False(ComplaintSecret.Fits("", null));
    }

    private static Complaint Received() => Complaint.Receive("2026-000001", Guid.NewGuid(), "post", "en", ComplaintAbout.Delay,
        "sealed", null, null, Deadlines, Now.Today, Officer, Now);

    private static void Refused(string message, Action act) => Assert.Equal(message, Assert.Throws<RuleViolationException>(act).Message);
}
