using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection.Receipts;

/// <summary>Whoever has answered sees that the answers were counted; nobody learns which they are.</summary>
public sealed class PublishedCountsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly QuestionnaireContent OnePage =
        WaveData.Content with { Sections = [WaveData.Content.Sections[0] with { Questions = [WaveData.Content.Overall!] }] };

    [Fact]
    public async Task ClosedWave_PublishesTheListOfItsReceipts()
    {
        Wave wave = await WaveData.AddAsync(app, OnePage);
        string[] receipts = [await SendAsync(wave), await SendAsync(wave), await SendAsync(wave)];
        Page before = await Anonymous(wave, "receipt");
        Assert.Contains("Within an hour after the survey has closed", before.Text);
        Assert.Contains("This receipt is genuine.", (await CheckAsync(wave, receipts[0])).Text);
        Assert.Equal(404, (await Anonymous(wave, "receipts.txt")).Status);
        Assert.Equal(0, await PublishAsync(wave));

        await CloseAsync(wave);
        Assert.Equal(1, await PublishAsync(wave));
        Assert.Equal(1, await PublishAsync(wave));
        string[] lines = (await Anonymous(wave, "receipts.txt")).Html.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] list = [.. lines.Where(l => l[0] != '#')];
        // As the head of the list says that it is worked out.
        Assert.Equal(receipts.Select(r => Fingerprint(wave, r)).Order(StringComparer.Ordinal), list);
        string root = Convert.ToHexStringLower(ReceiptTree.Root(list.Select(Convert.FromHexString)));
        Assert.Contains($"# root: {root} ", string.Join('\n', lines));
        Page found = await CheckAsync(wave, receipts[1].ToLowerInvariant().Replace('-', ' '));
        Assert.Contains("Your receipt is in the published list: your answers were counted, once.", found.Text);
        Assert.Contains(root, found.Text);
        Assert.Contains("Online: fewer than 5", found.Text);
        Assert.Equal(422, (await CheckAsync(wave, receipts[1][..^1] + (receipts[1][^1] == 'A' ? 'B' : 'A'))).Status);
        Page staff = await (await app.As(Role.Executive)).Get($"/collection/waves/{wave.Id}");
        Assert.Contains("3 receipts are in the list", staff.One("#count").TextContent);
        await app.Services.TraceAsync("wave.count-published", $"{wave.Id}/1", Actor.System.Name, null, root);
    }

    [Theory]
    [InlineData("fr", "Votre reçu figure dans la liste publiée")]
    [InlineData("nl", "Uw ontvangstbewijs staat in de gepubliceerde lijst")]
    [InlineData("de", "Ihre Empfangsbestätigung steht in der veröffentlichten Liste")]
    public async Task PageOfTheCount_IsInTheLanguageOfTheReader(string language, string says)
    {
        QuestionnaireContent content = MeasureBank.Current.CoreQuestionnaire(new("Your view", "Votre avis", "Uw mening", "Ihre Meinung"))
            with
        { Languages = ["en", "fr", "nl", "de"] };
        Wave wave = await WaveData.AddAsync(app, content);
        SubmissionKey key = SubmissionKey.New();
        await app.Services.GetRequiredService<ResponseStore>().SubmitAsync(WaveData.Response(wave.Id, "{}"), key);
        string receipt = (await app.Services.GetRequiredService<AnswerKeySource>().GetAsync(default)).Receipt(wave.Id, key);
        await CloseAsync(wave);
        await PublishAsync(wave);
        Page page = await (await app.Anonymous().Get($"/answer/{wave.Slug}/{language}/receipt")).Submit(new() { ["receipt"] = receipt });
        Assert.Contains(says, page.Text);
    }

    [Fact]
    public async Task WaveThatWasOpenAgain_HasAnotherEdition_WithTheReceiptsOfTheFirst()
    {
        Wave wave = await WaveData.AddAsync(app, OnePage);
        string first = await SendAsync(wave);
        await CloseAsync(wave);
        await PublishAsync(wave);
        // Long enough for the keys to go.
        await app.Db(db => db.Submissions.Where(s => s.WaveId == wave.Id).ExecuteDeleteAsync());
        await CloseAsync(wave);
        string second = await SendAsync(wave);
        await CloseAsync(wave);
        await PublishAsync(wave);
        foreach (string receipt in (string[])[first, second])
            Assert.Contains("your answers were counted", (await CheckAsync(wave, receipt)).Text);
        List<PublishedCount> editions = await app.Db(db => db.PublishedCounts.Where(c => c.WaveId == wave.Id)
            .OrderBy(c => c.Edition).ToListAsync());
        Assert.Equal([(1, 1L, 1L), (2, 2L, 2L)], editions.Select(e => (e.Edition, e.Receipts, e.Online)));
        Assert.Empty(await WrongAsync(wave));
    }

    [Fact]
    public async Task WhatWasTakenAwayOrAdded_IsFound()
    {
        Wave wave = await WaveData.AddAsync(app, OnePage);
        for (int i = 0; i < 3; i++) await SendAsync(wave);
        await CloseAsync(wave);
        await PublishAsync(wave);
        await app.Db(db => db.Submissions.Where(s => s.WaveId == wave.Id).ExecuteDeleteAsync());
        Assert.Empty(await WrongAsync(wave));
        PublishedReceipt gone = await app.Db(db => db.PublishedReceipts.AsNoTracking().FirstAsync(r => r.WaveId == wave.Id));
        await app.Db(db => db.PublishedReceipts.Where(r => r.Fingerprint == gone.Fingerprint).ExecuteDeleteAsync());
        Assert.Contains("its list of 3 receipts is not the one that was published (2 are stored).", Assert.Single(await WrongAsync(wave)));
        await app.Db(async db => { db.Add(gone); await db.SaveChangesAsync(); });
        Guid answer = await app.Db(db => db.Responses.Where(r => r.WaveId == wave.Id).Select(r => r.Id).FirstAsync());
        await app.Db(db => db.Responses.Where(r => r.WaveId == wave.Id && r.Id == answer).ExecuteDeleteAsync());
        Assert.Contains("3 answers were counted online, and 2 are stored.", Assert.Single(await WrongAsync(wave)));
    }

    [Fact]
    public async Task ReceiptFromBeforeThereWasAList_IsGenuine_AndThePageSaysWhyItIsNotInIt()
    {
        Wave wave = await WaveData.AddAsync(app, OnePage);
        await SendAsync(wave);
        string secret = await app.Db(db => db.AnswerSecrets.AsNoTracking().Select(a => a.Value).SingleAsync());
        string older = Older(wave, Convert.FromHexString(secret));
        await CloseAsync(wave);
        await PublishAsync(wave);
        Assert.Contains("Receipts of twenty signs were given before there was a list.", (await CheckAsync(wave, older)).Text);
    }

    // Forty bits of its own and sixty of the server's mark, as it was given in those days.
    private static string Older(Wave wave, byte[] secret)
    {
        byte[] own = [1, 2, 3, 4, 5], marked = [.. "receipt"u8, .. wave.Id.ToByteArray(), .. own];
        byte[] mark = HMACSHA256.HashData(secret, marked);
        string bits = string.Concat(own.Concat(mark).Select(b => b.ToString("b8", CultureInfo.InvariantCulture)));
        return string.Concat(Enumerable.Range(0, 20)
            .Select(i => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[Convert.ToInt32(bits.Substring(5 * i, 5), 2)]));
    }

    private static string Fingerprint(Wave wave, string receipt) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.ASCII.GetBytes($"{wave.Slug} {receipt.Replace("-", "", StringComparison.Ordinal)}")));

    private async Task<string> SendAsync(Wave wave)
    {
        Page form = await app.Anonymous().Get($"/answer/{wave.Slug}/en");
        return (await form.Submit(new() { ["q-overall"] = "4" })).One(".note strong").TextContent;
    }

    private Task<Page> Anonymous(Wave wave, string page) => app.Anonymous().Get($"/answer/{wave.Slug}/en/{page}");

    private async Task<Page> CheckAsync(Wave wave, string receipt) =>
        await (await Anonymous(wave, "receipt")).Submit(new() { ["receipt"] = receipt });

    // Closes it, or opens it again.
    private async Task CloseAsync(Wave wave) =>
        await (await (await app.As(Role.Manager)).Get($"/collection/waves/{wave.Id}")).Submit(form: "details form");

    private async Task<int> PublishAsync(Wave wave)
    {
        using IServiceScope scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<PublishedCounts>().PublishDueAsync(default);
        return await scope.ServiceProvider.GetRequiredService<CadranDb>().PublishedCounts.CountAsync(c => c.WaveId == wave.Id);
    }

    private async Task<string[]> WrongAsync(Wave wave)
    {
        using IServiceScope scope = app.Services.CreateScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<PublishedCounts>().CompareAsync(default))
            .Where(s => s.Contains(wave.Id.ToString(), StringComparison.Ordinal))];
    }
}
