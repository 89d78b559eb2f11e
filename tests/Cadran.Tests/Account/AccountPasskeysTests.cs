using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Account;

/// <summary>The list of passkeys. Making and using one needs a browser: see the tests end to end.</summary>
public sealed class AccountPasskeysTests(TestApp app)
{
    [Fact]
    public async Task Passkey_IsRemoved_AndWhatIsNoneIsRefused()
    {
        Person person = await app.PersonAsync();
        using (IServiceScope scope = app.Services.CreateScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
            await users.AddOrUpdatePasskeyAsync((await users.FindByIdAsync(person.Id.ToString()))!,
                new UserPasskeyInfo([1, 2, 3], [4], TestApp.Start, 0, null, true, false, false, [5], [6]) { Name = "telephone" });
        }
        Browser browser = app.Anonymous();
        await person.SignInAsync(browser);
        Page list = await browser.Get("/account/passkeys");
        Assert.Contains("telephone", list.Text);
        await list.RefusesAsync(422, new() { ["Input.Name"] = "", ["Input.Credential"] = "" },
            ["Give the passkey a name.", "The device gave no passkey. Try again."], at: "form[data-passkey]");
        await list.RefusesAsync(422, new() { ["Input.Name"] = "n", ["Input.Credential"] = "{}" },
            ["The passkey of the device could not be checked. Try again."], at: "form[data-passkey]");
        await list.Submit(form: "form[action*='handler=Remove']");
        Assert.Contains("You have none yet.", (await browser.Get("/account/passkeys")).Text);
        await app.Services.TraceAsync("account.passkey-removed", person.Id, "P. Erson", null, null);

        Page signIn = await app.Anonymous().Get("/account/sign-in");
        await signIn.RefusesAsync(422, new() { ["credential"] = "{}" },
            ["This passkey opens no account here. Sign in with your password."], at: "form[data-passkey]");
    }

    [Fact]
    public async Task Passkeys_AreCounted()
    {
        Person person = await app.PersonAsync();
        using (IServiceScope scope = app.Services.CreateScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
            User user = (await users.FindByIdAsync(person.Id.ToString()))!;
            for (byte i = 0; i < Web.Pages.Account.AccountPasskeysModel.Most; i++)
                await users.AddOrUpdatePasskeyAsync(user,
                    new UserPasskeyInfo([9, i, .. person.Id.ToByteArray()], [4], TestApp.Start, 0, null, true, false, false, [5], [6]));
        }
        Browser browser = app.Anonymous();
        await person.SignInAsync(browser);
        await (await browser.Get("/account/passkeys")).RefusesAsync(422, new() { ["Input.Name"] = "n", ["Input.Credential"] = "{}" },
            ["You have 20 passkeys. Remove one that you do not use any more."], at: "form[data-passkey]");
    }
}
