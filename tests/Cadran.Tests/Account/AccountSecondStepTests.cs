using Cadran.Tests.Support;

namespace Cadran.Tests.Account;

/// <summary>What stands at the second step without a first; with one, see <see cref="AccountAuthenticatorTests"/>.</summary>
public sealed class AccountSecondStepTests(TestApp app)
{
    [Fact]
    public async Task WithoutAPassword_ThereIsNoSecondStep()
    {
        Page step = await app.Anonymous().Get("/account/second-step");
        Assert.Contains("The first step is your password.", step.Text);
    }

    [Fact]
    public async Task ACodeWithoutAPassword_OpensNothing()
    {
        Page signIn = await app.Anonymous().Get("/account/sign-in");
        string token = signIn.One("main form:not([data-passkey]) input[name=__RequestVerificationToken]").GetAttribute("value")!;
        Page refused = await signIn.Browser.Post("/account/second-step",
            [new("Input.Code", "123456"), new("__RequestVerificationToken", token)]);
        Assert.Equal(422, refused.Status);
        Assert.Contains("The first step is your password.", refused.Text);
    }
}
