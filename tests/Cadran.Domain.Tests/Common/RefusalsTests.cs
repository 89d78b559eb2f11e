using Cadran.Collection;
using Cadran.People;

namespace Cadran.Domain.Tests.Common;

public sealed class RefusalsTests
{
    [Fact]
    public void FormMadeFromAnotherVersion_IsRefused()
    {
        Moment now = Moment.On(new(2026, 3, 2));
        Wave wave = Wave.Plan(Guid.NewGuid(), Guid.NewGuid(), "2026-1", now.Today, now.Today, Actor.System, now);
        wave.RequireUnchangedSince(wave.Version);
        var refused = Assert.Throws<RuleViolationException>(() => wave.RequireUnchangedSince(wave.Version + 1));
        Assert.Equal(Refusals.Changed, refused.Code);
        Assert.Equal("Somebody has changed this in the meantime. What is written stays: look at it again.", refused.Message);
    }
}
