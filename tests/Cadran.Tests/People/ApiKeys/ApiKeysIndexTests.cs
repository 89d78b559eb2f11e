using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.People;

/// <summary>Keys for programs are made, told once, and revoked.</summary>
public sealed class ApiKeysIndexTests(TestApp app)
{
    [Fact]
    public async Task Key_IsToldOnce_KeptAsADigest_AndRevoked()
    {
        Page page = await (await app.As(Role.Administrator)).Get("/people/api-keys");
        string name = "Program " + Guid.NewGuid().ToString("N");
        await page.RefusesAsync(422, new() { ["Input.EndsOn"] = "" },
            ["Say which program it is, or who runs it.", "Choose the organisation.", "Enter the date."], at: Form);
        Dictionary<string, string> filled = new() { ["Input.Name"] = name, ["Input.OrganisationId"] = $"{app.OrganisationA}" };
        await page.RefusesAsync(409, new(filled) { ["Input.EndsOn"] = WaveData.Today.Iso() },
            ["Choose a last day after today, and at most three years ahead."], at: Form);
        Page made = await page.Submit(filled, form: Form);
        Assert.Contains($"The key of {name} is shown only now: cadran_", made.Text);
        ApiKey kept = await app.Db(db => db.ApiKeys.AsNoTracking().FirstAsync(k => k.Name == name));
        Assert.DoesNotContain(made.Text.Split("only now: ")[1].Split(' ')[0], kept.Digest);
        await app.Services.TraceAsync("api-key.make", kept.Id, "Administrator tester", "", name);
        Page after = await made.Browser.Get("/people/api-keys");
        Assert.DoesNotContain("shown only now", after.Text);
        string revoke = $"form:has([value='{kept.Id}'])";
        await after.Submit(form: revoke);
        await app.Services.TraceAsync("api-key.revoke", kept.Id, "Administrator tester", null, "Administrator tester");
        await after.RefusesAsync(409, [], ["This key was revoked already."], at: revoke);
        Assert.Contains("revoked on", (await made.Browser.Get("/people/api-keys")).Text);
    }

    private const string Form = "form:has([name='Input.Name'])";
}
