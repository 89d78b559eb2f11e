using Cadran.People;

namespace Cadran.Domain.Tests.People;

/// <summary>Rules of a program's key.</summary>
public sealed class ApiKeyTests
{
    private static readonly Moment Now = Moment.On(new(2026, 3, 2));
    private static readonly Actor Somebody = new(Guid.NewGuid(), "Somebody");

    [Fact]
    public void Key_MayDoSomething()
    {
        var refused = Assert.Throws<RuleViolationException>(
            () => ApiKey.Make(Guid.NewGuid(), "A kiosk", [], Now.Today.AddDays(1), Somebody, Now));
        Assert.Equal("Choose what the program may do.", refused.Message);
    }

    [Fact]
    public void Key_OpensUntilItsLastDay_AndNotWhenRevoked()
    {
        (ApiKey key, string said) =
            ApiKey.Make(Guid.NewGuid(), "A kiosk", [ApiScope.SendResponses], Now.Today.AddDays(10), Somebody, Now);
        Assert.Matches("^cadran_[0-9a-f]{8}_[0-9a-f]{40}$", said);
        Assert.True(key.OpensOn(Now.Today.AddDays(10)));
        Assert.False(key.OpensOn(Now.Today.AddDays(11)));
        key.Revoke(Somebody, Now);
        Assert.False(key.OpensOn(Now.Today));
    }
}
