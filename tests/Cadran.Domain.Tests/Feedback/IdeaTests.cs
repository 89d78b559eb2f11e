using Cadran.Feedback;
using Cadran.People;

namespace Cadran.Domain.Tests.Feedback;

/// <summary>The rules of ideas: a promise with a day, one receipt, answers that stay.</summary>
public sealed class IdeaTests
{
    private static readonly Moment Now = Moment.On(new(2026, 3, 2), hour: 15);
    private static readonly Actor Somebody = new(Guid.NewGuid(), "S. Omebody");

    [Fact]
    public void AnIdea_KeepsADayAndNoHour_AndTheDayOfItsAnswer()
    {
        Idea idea = Give(Box(30), " Call back ", " ");
        Assert.Equal(("Call back", null), (idea.Text, idea.Author));
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 4, 1)), (idea.ReceivedOn, idea.AnswerBy));
        Assert.DoesNotContain(typeof(Idea).GetProperties(), p => p.PropertyType == typeof(DateTime) || p.PropertyType == typeof(DateTime?));
        // Random, not in the order in which ideas came.
        Assert.Equal(4, idea.Id.Version);
    }

    [Fact]
    public void WhatWasPromised_Stays_WhenTheBoxPromisesOtherwise()
    {
        IdeaBox box = Box(30);
        Idea before = Give(box, "A");
        box.AnswerWithin(10);
        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2026, 3, 12)), (before.AnswerBy, Give(box, "B").AnswerBy));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public void APromise_IsWithinAYear(int days) =>
        Assert.Equal("idea-box.days", Assert.Throws<RuleViolationException>(() => Box(days)).Code);

    [Fact]
    public void AClosedBox_TakesNothing_UntilItIsOpenAgain()
    {
        IdeaBox box = Box(30);
        Assert.Equal("idea-box.open", Assert.Throws<RuleViolationException>(box.Reopen).Code);
        box.Close(Somebody, Now);
        Assert.Equal("idea-box.closed", Assert.Throws<RuleViolationException>(() => box.Close(Somebody, Now)).Code);
        Assert.Equal("idea.box-closed", Assert.Throws<RuleViolationException>(() => Give(box, "A")).Code);
        box.Reopen();
        Assert.True(box.IsOpen);
    }

    [Fact]
    public void AReceipt_IsReadHoweverItIsTyped_AndItsFingerprintTellsNothing()
    {
        IdeaReceipt receipt = IdeaReceipt.New();
        Assert.Equal(29, receipt.Written.Length);
        foreach (string typed in new[] { receipt.Written, receipt.Written.ToLowerInvariant(), receipt.Written.Replace('-', ' '),
            receipt.Written.Replace("-", "", StringComparison.Ordinal).Replace('1', 'l').Replace('0', 'O') })
            Assert.Equal(receipt.Fingerprint(), IdeaReceipt.Parse(typed)!.Value.Fingerprint());
        Assert.Equal(IdeaReceipt.FingerprintLength, receipt.Fingerprint().Length);
        Assert.NotEqual(receipt.Fingerprint(), IdeaReceipt.New().Fingerprint());
        Assert.All(["", "ABCD", new string('A', 25), new string('U', 24), new string('A', 500), null], typed =>
            Assert.Null(IdeaReceipt.Parse(typed)));
    }

    [Fact]
    public void AnAnswer_NeedsReasons_AndWhoSawAnEarlierOneIsTold()
    {
        Idea idea = Give(Box(30), "A");
        IdeaAnswer first = IdeaAnswer.Give(idea, 0, 0, IdeaOutcome.Declined, new("Too dear", ""), Somebody, Now);
        Assert.Equal((1, "S. Omebody", new DateOnly(2026, 3, 2)), (first.Number, first.By, first.On));
        Assert.Equal("text.missing", Assert.Throws<RuleViolationException>(() =>
            IdeaAnswer.Give(idea, 0, 0, IdeaOutcome.Adopted, LocalText.Empty, Somebody, Now)).Code);
        Assert.Equal("idea.answered-meanwhile", Assert.Throws<RuleViolationException>(() =>
            IdeaAnswer.Give(idea, 1, 0, IdeaOutcome.Adopted, new("Yes", ""), Somebody, Now)).Code);
    }

    [Fact]
    public void OnlyAPerson_SupportsAnIdea() => Assert.Equal("idea.no-voter",
        Assert.Throws<RuleViolationException>(() => IdeaVote.For(Give(Box(30), "A"), Actor.Command, Now)).Code);

    // By hand: of five ideas two answered in time, one late, one past its day without an answer, one that may still be in time.
    [Fact]
    public void TheShareInTime_CountsWhatIsAnsweredOrOverdue()
    {
        DateOnly day = new(2026, 3, 2);
        IdeaTimes times = IdeaTimes.Of([(day, day), (day, day.AddDays(-3)), (day.AddDays(-9), day.AddDays(-8)),
            (day.AddDays(-1), null), (day, null)], day);
        Assert.Equal(new IdeaTimes(InTime: 2, Due: 4, Late: 1, Waiting: 1), times);
        Assert.Equal(0.5, (double)times.Kept!.Value, 1e-12);
        Assert.Null(IdeaTimes.Of([(day, null)], day).Kept);
    }

    private static IdeaBox Box(int days) => IdeaBox.Open(Guid.NewGuid(), null, days, Somebody, Now);

    private static Idea Give(IdeaBox box, string text, string? author = null) =>
        Idea.Give(box, text, author, "en", IdeaReceipt.New(), Now);
}
