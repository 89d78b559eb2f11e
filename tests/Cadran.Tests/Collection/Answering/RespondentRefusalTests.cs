using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>What respondents are told when a page takes no answers, in both languages: they have nobody to ask.</summary>
public sealed class RespondentRefusalTests(TestApp app)
{
    [Theory]
    [InlineData("en", "There is no survey at this address",
        "Check the address on your letter, poster or message: a letter or a digit may be missing.")]
    [InlineData("fr", "Il n’y a pas de sondage à cette adresse", "Vérifiez l’adresse")]
    public async Task UnknownAddress(string language, string heading, string advice)
    {
        Page page = await app.Anonymous(language).Get("/answer/nothing");
        Assert.Equal((404, heading), (page.Status, page.Title));
        Assert.Contains(advice, page.Text);
    }

    [Fact]
    public async Task FaultOfOurs_IsSaidOnARespondentsPage()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        await fresh.Services.DbAsync(db => db.Database.ExecuteSqlRawAsync("alter table \"Waves\" rename to \"Gone\""));
        Page page = await fresh.Browser().Get("/answer/abcdefghjkmn/en");
        Assert.Equal((500, "Something went wrong on our side"), (page.Status, page.Title));
        Assert.Contains(
            "What you sent just now may not have been kept. Wait a minute, go back and send it again: it counts once.", page.Text);
        Assert.Contains("Attendez une minute", (await fresh.Browser("fr").Get("/answer/abcdefghjkmn/fr")).Text);
    }

    // The embedded database is one file that a test can hold still.
    [Fact, Trait("Database", "any")]
    public async Task MoreThanTheDiskTakes_IsRefusedWithAPageThatSaysSo_AndWhatWasAcknowledgedIsThere()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        ResponseStore store = fresh.Services.GetRequiredService<ResponseStore>();
        Guid wave = Guid.Empty;
        string slug = "";
        await fresh.Services.DbAsync(async db =>
        {
            wave = await WaveData.AddBareAsync(db);
            Wave planned = await db.Waves.SingleAsync();
            DateOnly today = fresh.Services.GetRequiredService<TimeProvider>().Today;
            planned.Correct(planned.Name, today, today.AddDays(1), "", reliedOn: false, Actor.System, Moment.On(today));
            await db.SaveChangesAsync();
            slug = planned.Slug;
        });
        Page form = await fresh.Browser().Get($"/answer/{slug}/en");
        using SqliteConnection disk = new($"Data Source={Path.Combine(fresh.DataFolder, "cadran.db")};Pooling=false");
        disk.Open();
        SqliteTransaction still = disk.BeginTransaction();
        List<Task<bool>> sent = [];
        while (sent.All(task => !task.IsFaulted))
            for (int i = 0; i < 1000; i++) sent.Add(store.SubmitAsync(WaveData.Response(wave, "{}"), SubmissionKey.New()));
        Assert.InRange(sent.Count, ResponseQueue.MostWaiting, ResponseQueue.MostWaiting + 3000);
        Page busy = await form.Submit(new() { ["q-overall"] = "5" });
        Assert.Equal((503, "Very many people are answering just now"), (busy.Status, busy.Title));
        Assert.Contains("What you sent just now was not kept. Wait a minute, go back and send it again: it counts once.", busy.Text);
        using var again = new HttpRequestMessage(HttpMethod.Post, form.Url)
        {
            Content = new FormUrlEncodedContent([new("q-overall", "5")]),
        };
        using HttpResponseMessage later = await form.Browser.Raw(again);
        Assert.Equal(TimeSpan.FromSeconds(30), later.Headers.RetryAfter?.Delta);
        still.Rollback();
        Task<bool>[] taken = [.. sent.Where(task => !task.IsFaulted)];
        await Task.WhenAll(taken);
        Assert.Equal(taken.Length, await store.CountAsync(wave, default));
        Assert.Equal(200, (await form.Submit(new() { ["q-overall"] = "5" })).Status);
    }

    [Fact]
    public async Task WaveThatIsOver_OrNotYetOpen()
    {
        DateOnly today = WaveData.Today;
        Page closed = await app.Anonymous()
            .Get($"/answer/{(await WaveData.AddAsync(app, opens: today.AddDays(-9), closes: today.AddDays(-1))).Slug}");
        Assert.Contains("It no longer takes answers. Thank you for wanting to give yours.", closed.Text);
        Page early = await app.Anonymous()
            .Get($"/answer/{(await WaveData.AddAsync(app, opens: today.AddDays(5), closes: today.AddDays(9))).Slug}");
        Assert.Contains("It takes answers from March 7, 2026 to March 11, 2026. Please come back then.", early.Text);
    }

    [Fact]
    public async Task AnswersNoBrowserSends()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page form = await app.Anonymous().Get($"/answer/{wave.Slug}/en");
        Page option = await form.Submit(new() { ["q-overall"] = "9" });
        Assert.Equal(422, option.Status);
        Assert.Contains("Choose one of the answers shown.", option.Text);
        Page missing = await form.Submit();
        Assert.Equal(422, missing.Status);
        Assert.Contains("This question needs an answer.", missing.Text);
        Page large = await form.Submit(new() { ["q-overall"] = new string('5', 600_000) });
        Assert.Contains("Nothing was kept. Go back, shorten your texts and send again.", large.Text);
        Page unreadable = await form.Browser.Send(new HttpRequestMessage(HttpMethod.Post, form.Url)
        {
            Content = new StringContent("{}", null, "application/json"),
        });
        Assert.Equal(400, unreadable.Status);
        Assert.Contains("Nothing was kept. Go back and send again.", unreadable.Text);
    }
}
