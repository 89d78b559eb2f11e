using Cadran.Collection;

namespace Cadran.Domain.Tests.Collection;

/// <summary>What becomes of a message after what the server said.</summary>
public sealed class MailResultTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(MailReply.Accepted, MailState.Sent)]
    [InlineData(MailReply.NoMailbox, MailState.Bounced)]
    [InlineData(MailReply.Refused, MailState.Failed)]
    [InlineData(MailReply.Unheard, MailState.Uncertain)]
    public void AnAnswer_EndsIt(MailReply reply, MailState state) =>
        Assert.Equal((state, 2, null), new MailResult(Guid.NewGuid(), reply).After(2, Now));

    [Fact]
    public void PutOff_ItIsTriedLaterAndLater_AndGivenUpInTheEnd()
    {
        var later = new MailResult(Guid.NewGuid(), MailReply.Later, 451);
        var waits = new List<TimeSpan>();
        int attempts = 0;
        while (later.After(attempts, Now) is { State: MailState.Waiting } next) (attempts, _) = (next.Attempts, Add(next.Due!.Value - Now));
        Assert.Equal(MailResult.MostAttempts - 1, waits.Count);
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits[0], TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30));
        Assert.Equal(MailState.Failed, later.After(attempts, Now).State);

        int Add(TimeSpan wait) { waits.Add(wait); return waits.Count; }
    }

    [Fact]
    public void AServerThatIsNotThere_CostsNoAttempt() =>
        Assert.Equal((MailState.Waiting, 6, Now.AddMinutes(1)), new MailResult(Guid.NewGuid(), MailReply.Unreached).After(6, Now));

    [Fact]
    public void ADomainThatHasHadEnough_WaitsItsTurn_AndNoOtherDoes()
    {
        var pace = new DomainPace(60);
        int now = Enumerable.Range(0, 100).Count(_ => pace.Wait("example.org", Now) is null);
        Assert.Equal(10, now);
        DateTime[] waits = [.. Enumerable.Range(0, 60).Select(_ => pace.Wait("EXAMPLE.org", Now)!.Value)];
        Assert.All(waits.Zip(waits.Skip(1)), two => Assert.Equal(TimeSpan.FromSeconds(1), two.Second - two.First));
        Assert.Null(pace.Wait("example.com", Now));
        Assert.Null(pace.Wait("example.org", Now.AddSeconds(5)));
        Assert.Null(new DomainPace(0).Wait("example.org", Now));
    }
}
