using System.Net;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cadran.Tests.Collection;

/// <summary>One source sends so many answers to one link, others go on, and nothing that was typed is lost.</summary>
public sealed class AnswerLimitTests
{
    private static readonly IPAddress Other = IPAddress.Parse("127.0.0.2");

    [Theory]
    [InlineData("en", "Many answers have just come from where you are",
        "Yours are kept for a day. Wait ten minutes, then go back and send them again.")]
    [InlineData("fr", "Beaucoup de réponses viennent d’arriver d’où vous êtes", "Les vôtres sont conservées pendant une journée.")]
    public async Task TooManyFromOneSource_WaitWithTheirAnswers(string language, string heading, string advice)
    {
        var time = new FakeTimeProvider(TestApp.Start);
        await using FreshApp fresh = await FreshApp.StartAsync(services => services.AddSingleton<TimeProvider>(time),
            new() { ["Cadran:AnswersPerSource"] = "3" });
        Wave wave = await AddAsync(fresh), second = await AddAsync(fresh);
        for (int i = 0; i < 3; i++) Assert.Equal("thanks", await SendAsync(fresh.Browser(language), wave));
        Page form = await OpenAsync(fresh.Browser(language), wave);
        Page refused = await form.Submit();
        Assert.Equal((429, heading), (refused.Status, refused.Title));
        Assert.Contains(advice, refused.Text);
        // The answers are on the page again, from another source and for another link nobody waits, and a new day has no memory.
        Assert.NotEmpty((await form.Browser.Get(form.Url[..^1] + "1")).Document.QuerySelectorAll("input:checked"));
        Assert.Equal("thanks", await SendAsync(fresh.Browser(language, Other), wave));
        Assert.Equal("thanks", await SendAsync(fresh.Browser(language), second));
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("thanks", await SendAsync(fresh.Browser(language), wave));
        Assert.Equal(5, await CountAsync(fresh, wave));
    }

    private static async Task<string> SendAsync(Browser browser, Wave wave) =>
        (await (await OpenAsync(browser, wave)).Submit()).Url.Split('/')[^1];

    // The last page of the questionnaire, with everything answered.
    private static async Task<Page> OpenAsync(Browser browser, Wave wave)
    {
        Page page = await browser.Get($"/answer/{wave.Slug}");
        return await page.Submit(new() { ["q-overall"] = "4", ["q-time"] = "na" });
    }

    private static async Task<long> CountAsync(FreshApp fresh, Wave wave)
    {
        long count = 0;
        await fresh.Services.DbAsync(async db => count = await db.ResponseCounts.Where(c => c.WaveId == wave.Id).SumAsync(c => c.Count));
        return count;
    }

    private static async Task<Wave> AddAsync(FreshApp fresh)
    {
        await fresh.PersonAsync(Role.Administrator);
        string code = Guid.NewGuid().ToString("N");
        Wave wave = null!;
        await fresh.Services.DbAsync(async db =>
        {
            var service = Service.Create(await db.Organisations.Select(o => o.Id).FirstAsync(), code, new(code, code));
            var questionnaire = Questionnaire.Start(service.Id, "Passports", WaveData.Content, "A test asks what it needs.");
            QuestionnaireVersion version = questionnaire.Publish(TestApp.Start.UtcDateTime);
            wave = Wave.Plan(service.Id, version.Id, "2026-1", WaveData.Today, WaveData.Today.AddDays(30), Actor.System, TestApp.Now);
            db.AddRange(service, questionnaire, version, wave);
            await db.SaveChangesAsync();
        });
        return wave;
    }
}
