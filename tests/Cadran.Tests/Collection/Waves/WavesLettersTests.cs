using System.Text.RegularExpressions;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>Letters with codes: printed or as a file, kept nowhere, and good for one answer each.</summary>
public sealed class WavesLettersTests(TestApp app)
{
    [Fact]
    public async Task ALetter_HasACodeAndASquare_AndTheCodeOpensTheSurveyOnce()
    {
        await using MailedWave mailed = await MailedWave.StartAsync(4, withEmail: 2);
        Page printed = await MakeAsync(mailed, LetterTo.WithoutEmail);
        Assert.Equal(2, printed.Document.QuerySelectorAll("article.letter").Length);
        Assert.All(printed.Document.QuerySelectorAll("article img"), i =>
            Assert.StartsWith("data:image/png;base64,", i.GetAttribute("src")));
        string[] codes = [.. printed.Document.QuerySelectorAll(".letter-code strong").Select(c => c.TextContent)];
        Assert.Distinct(codes);
        Assert.All(codes, code => Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$", code));
        Assert.Contains("Example Street, Brussels", printed.Text);
        await mailed.App.Services.TraceAsync("invitations.letters", mailed.PlanId, "P. Erson", null, "Letter");
        // As people type it, on the page whose address stands in the letter.
        Page start = await mailed.App.Browser().Get($"/answer/{mailed.Wave.Slug}");
        Page invited = await start.Submit(new() { ["code"] = codes[0].Replace("-", " ").ToLowerInvariant().Replace('0', 'o') });
        Assert.Equal("You are invited", invited.Title);
        Page thanks = await (await invited.Submit()).Submit(new() { ["q-overall"] = "4" });
        Assert.Equal("Thank you", thanks.Title);
        Page again = await start.Submit(new() { ["code"] = codes[0] });
        Assert.Equal(422, again.Status);
        Assert.Contains("This code opens nothing, or answers were sent with it already.", again.Text);
        // Made again, the other letter has another code; the first one stays good.
        Page second = await MakeAsync(mailed, LetterTo.NotAnswered);
        Assert.Equal(3, second.Document.QuerySelectorAll("article.letter").Length);
        Assert.DoesNotContain(codes[1], second.Html);
        Assert.Equal("You are invited", (await start.Submit(new() { ["code"] = codes[1] })).Title);
    }

    [Fact]
    public async Task NoCode_IsKept()
    {
        await using MailedWave mailed = await MailedWave.StartAsync(3, withEmail: 0);
        Page file = await MakeAsync(mailed, LetterTo.Everybody, file: true);
        string[] codes = [.. Regex.Matches(file.Html, "([0-9A-Z]{4}-){3}[0-9A-Z]{4}").Select(m => m.Value).Distinct()];
        Assert.Equal(3, codes.Length);
        Assert.StartsWith("name,address,language,subject,text,code,link", file.Html.TrimStart('\uFEFF'));
        if (mailed.App.PostgresConnection is not null) return; // files of PostgreSQL are the server's
        string files = string.Concat(Directory.GetFiles(mailed.App.DataFolder, "cadran.db*").Select(path =>
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return reader.ReadToEnd();
        }));
        Assert.DoesNotContain(codes, code => files.Contains(code, StringComparison.Ordinal)
            || files.Contains(code.Replace("-", ""), StringComparison.Ordinal));
    }

    [Fact]
    public async Task BeforeTheMessagesAreScheduled_OrWithoutAddresses_TheReasonIsSaid()
    {
        (Wave wave, InvitationPlan plan) = await InvitedData.PlannedAsync(app);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/letters");
        await form.RefusesAsync(409, [], ["Schedule the messages first: before that the codes of letters open nothing."]);
        await app.Db(async db =>
        {
            (await db.InvitationPlans.SingleAsync(p => p.Id == plan.Id)).Schedule(wave, FrameData.Somebody, TestApp.Now);
            await db.SaveChangesAsync();
        });
        await form.RefusesAsync(409, [], ["There is nobody of that kind who has a postal address."]);
    }

    private static async Task<Page> MakeAsync(MailedWave mailed, LetterTo to, bool file = false)
    {
        Person analyst = await mailed.App.PersonAsync(Role.Analyst);
        Browser browser = (await analyst.SignInAsync(mailed.App.Browser())).Browser;
        Page form = await browser.Get($"/collection/waves/{mailed.Wave.Id}/letters");
        return await form.Submit(new() { ["Input.To"] = to.ToString(), ["Input.File"] = file ? "true" : "false" });
    }
}
