using Cadran.EndToEnd.Support;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>A passkey made and used by the browser, with the authenticator that the browser brings for tests.</summary>
public sealed class PasskeyTests(LiveApp app)
{
    [Theory]
    [InlineData("en", "Add a passkey", "Sign in with a passkey", "This passkey opens no account here.")]
    [InlineData("fr", "Ajouter une clé d’accès", "Ouvrir une session avec une clé d’accès", "Cette clé d’accès n’ouvre aucun compte ici.")]
    public async Task Passkey_IsAdded_AndOpensTheAccount(string language, string add, string signIn, string refused)
    {
        // Set up first; an address is no domain, and passkeys belong to a domain.
        await (await app.OpenAsync()).Context.CloseAsync();
        string address = app.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        IPage page = await app.OpenAsync(1280, language, signedIn: false);
        ICDPSession device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync(address + "/account/sign-in");
        await page.FillAsync("[name='Input.Email']", LiveApp.Email);
        await page.FillAsync("[name='Input.Password']", LiveApp.Password);
        await page.ClickAsync("main form:not([data-passkey]) button");
        await page.GotoAsync(address + "/account/passkeys");
        string name = $"laptop {language}";
        await page.FillAsync("[name='Input.Name']", name);
        await page.GetByRole(AriaRole.Button, new() { Name = add, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Rowheader, new() { Name = name }).WaitForAsync();
        await page.MustBeRightAsync("passkeys", language, Look.Everything);
        await app.Services.TraceAsync("account.passkey-added", await AdministratorAsync(), "A. Tremblay", "{}", "{}");

        await SignOutAsync(page, address);
        await page.GetByRole(AriaRole.Button, new() { Name = signIn, Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/overview");

        // Removed, the device still offers it, and it opens nothing.
        await page.GotoAsync(address + "/account/passkeys");
        ILocator row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = name });
        await row.Locator("summary").ClickAsync();
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await row.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await SignOutAsync(page, address);
        await page.GetByRole(AriaRole.Button, new() { Name = signIn, Exact = true }).ClickAsync();
        await page.GetByText(refused).First.WaitForAsync();
        await page.Context.CloseAsync();
    }

    private static async Task SignOutAsync(IPage page, string address)
    {
        await page.Locator("form[action='/account/sign-out'] button").ClickAsync();
        await page.WaitForURLAsync("**/account/sign-in");
        Assert.StartsWith(address, page.Url);
    }

    private async Task<Guid> AdministratorAsync()
    {
        using IServiceScope scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<CadranDb>().Users
            .Where(u => u.Email == LiveApp.Email).Select(u => u.Id).SingleAsync();
    }
}
