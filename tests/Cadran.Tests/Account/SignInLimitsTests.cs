using System.Net;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Account;

/// <summary>Guessing is slowed down; nobody is kept out by somebody else's guessing, and nobody learns who has an account.</summary>
public sealed class SignInLimitsTests(TestApp app)
{
    private const string TooMany = "Too many attempts from here. Wait five minutes, or choose a new password.";
    private static readonly IPAddress Stranger = IPAddress.Parse("127.0.0.2");

    [Fact]
    public async Task AStranger_IsStopped_AndTheOwnerStillGetsIn()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        Person person = await fresh.PersonAsync(Role.Administrator);
        Browser known = fresh.Browser();
        await person.SignInAsync(known);
        await (await known.Get("/account")).Submit(form: "form[action='/account/sign-out']");

        // From elsewhere, until he is stopped: also with the right password then.
        Page form = await fresh.Browser(from: Stranger).Get("/account/sign-in");
        for (int i = 0; i < 10; i++) await form.RefusesAsync(422, Typed(person, $"guess number {i}"), ["not right"]);
        await form.RefusesAsync(429, Typed(person, TestApp.Password), [TooMany]);
        Assert.DoesNotContain("/account/sign-in", (await person.SignInAsync(fresh.Browser())).Url);

        // From the owner's own network too: the browser in which the owner has signed in before is counted by itself.
        Page near = await fresh.Browser().Get("/account/sign-in");
        for (int i = 0; i < 12; i++) await near.Submit(Typed(person, $"guess number {i}"));
        await near.RefusesAsync(429, Typed(person, TestApp.Password), [TooMany]);
        Assert.DoesNotContain("/account/sign-in", (await person.SignInAsync(known)).Url);
        Assert.Equal(0, await AccessFailedAsync(fresh, person));
    }

    [Fact]
    public async Task OnePasswordTriedOnManyAccounts_IsStoppedToo()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        Page form = await fresh.Browser(from: Stranger).Get("/account/sign-in");
        for (int i = 0; i < 60; i++)
            await form.RefusesAsync(422, new() { ["Input.Email"] = $"{i}@person.example", ["Input.Password"] = "spring and autumn" },
                ["not right"]);
        await form.RefusesAsync(429, new() { ["Input.Email"] = "61@person.example", ["Input.Password"] = "spring and autumn" }, [TooMany]);
    }

    [Fact]
    public async Task UnknownAddress_IsLimitedLikeAKnownOne()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        Page form = await fresh.Browser(from: Stranger).Get("/account/sign-in");
        for (int i = 0; i < 10; i++)
            await form.RefusesAsync(422, new() { ["Input.Email"] = "nobody@a.example", ["Input.Password"] = $"guess {i}" }, ["not right"]);
        await form.RefusesAsync(429, new() { ["Input.Email"] = "Nobody@A.example ", ["Input.Password"] = "guess" }, [TooMany]);
    }

    [Fact]
    public async Task EveryRefusal_CostsOneHashOfTheSameKind()
    {
        var hasher = new Counting();
        await using FreshApp fresh = await FreshApp.StartAsync(services => services.AddSingleton<IPasswordHasher<User>>(hasher));
        Person person = await fresh.PersonAsync(Role.Administrator), invited = await fresh.PersonAsync(Role.Executive),
            disabled = await fresh.PersonAsync(Role.Executive);
        await fresh.Services.DbAsync(async db =>
        {
            await db.Users.Where(u => u.Id == invited.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, (string?)null));
            await db.Users.Where(u => u.Id == disabled.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.DisabledAtUtc, TestApp.Start.UtcDateTime));
        });
        Page form = await fresh.Browser().Get("/account/sign-in");
        foreach (string email in new[] { person.Email, invited.Email, disabled.Email, "nobody@a.example" })
        {
            int before = hasher.Verified.Count;
            await form.RefusesAsync(422,
                new() { ["Input.Email"] = email, ["Input.Password"] = email == disabled.Email ? TestApp.Password : "x" },
                ["The e-mail address or the password is not right."]);
            Assert.Equal(before + 1, hasher.Verified.Count);
        }
        Assert.Single(hasher.Verified.Select(hash => Convert.FromBase64String(hash).Length).Distinct());
    }

    [Theory]
    [InlineData("password1234", true), InlineData("P@ssw0rd2026!!", true), InlineData("motdepasse2026", true)]
    [InlineData("Administrateur1", true), InlineData("aaaaaaaaaaaa", true), InlineData("abcabcabcabc", true)]
    [InlineData("qwertyuiop123", true), InlineData("123456789012", true), InlineData("azertyuiop!!", true)]
    [InlineData("tremblay-2026", true), InlineData("bienvenue2026", true), InlineData("passwordpassword", true)]
    [InlineData("correct horse battery", false), InlineData("a long enough phrase", false), InlineData("trois chaises en pin", false)]
    [InlineData("83017492650371", false), InlineData("winter lamp copper", false), InlineData("kV7#pd2!mQz9x", false)]
    public void CommonPasswords_AreToldFromOthers(string password, bool common) =>
        Assert.Equal(common, Web.Platform.CommonPasswords.IsCommon(password, "Anne Tremblay a.tremblay@example.org"));

    [Fact]
    public async Task ACommonPassword_IsRefusedWhereItIsChosen()
    {
        Person person = await app.PersonAsync();
        Browser browser = app.Anonymous();
        await person.SignInAsync(browser);
        await (await browser.Get("/account")).RefusesAsync(422,
            new() { ["Input.Present"] = TestApp.Password, ["Input.New"] = "password2026!" },
            ["This password is among the first that are tried. Choose another: a few words that do not belong together do well."],
            at: "form:has([name='Input.New'])");
    }

    [Fact]
    public async Task Codes_AreLimited_ForWhoHasThePasswordToo()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        Person person = await fresh.PersonAsync(Role.Administrator);
        await SecondStepAsync(fresh, person);
        Page step = await person.SignInAsync(fresh.Browser(from: Stranger));
        // The password was an attempt of its own.
        for (int i = 0; i < 10; i++) await step.RefusesAsync(422, new() { ["Input.Code"] = $"{i:000000}" }, ["This code is not right"]);
        await step.RefusesAsync(429, new() { ["Input.Code"] = "000010" }, ["Too many codes were tried. Wait an hour, or use a passkey."]);
    }

    [Fact]
    public async Task SecondStep_IsAskedFor_AlsoWhenItsKeyCannotBeRead()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        Person person = await fresh.PersonAsync(Role.Administrator);
        await SecondStepAsync(fresh, person);
        await fresh.Services.DbAsync(db => db.UserTokens.Where(t => t.UserId == person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, "of keys that were lost")));
        Page step = await person.SignInAsync(fresh.Browser());
        Assert.Equal("Second step", step.Title);
    }

    private static async Task SecondStepAsync(FreshApp fresh, Person person)
    {
        using IServiceScope scope = fresh.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        User user = (await users.FindByIdAsync(person.Id.ToString()))!;
        await users.ResetAuthenticatorKeyAsync(user);
        await users.SetTwoFactorEnabledAsync(user, true);
    }

    private static Dictionary<string, string> Typed(Person person, string password) =>
        new() { ["Input.Email"] = person.Email, ["Input.Password"] = password };

    private static async Task<int> AccessFailedAsync(FreshApp fresh, Person person)
    {
        int failed = -1;
        await fresh.Services.DbAsync(async db =>
            failed = await db.Users.Where(u => u.Id == person.Id).Select(u => u.AccessFailedCount).SingleAsync());
        return failed;
    }

    /// <summary>Identity's own hasher, and what it was asked.</summary>
    private sealed class Counting : PasswordHasher<User>
    {
        public List<string> Verified { get; } = [];

        public override PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
        {
            Verified.Add(hashedPassword);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
