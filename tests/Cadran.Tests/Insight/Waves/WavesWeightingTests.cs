using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight;

/// <summary>Weights of a closed wave: made from known totals, used in every result, taken off again.</summary>
public sealed class WavesWeightingTests(TestApp app)
{
    private const string Source = "Register of clients, 2026";

    // Online people are content, those at the counter are not, and answer half as often as they come.
    private static readonly int[] Online = [.. Enumerable.Range(0, 60).Select(i => 3 + i % 3)],
        Counter = [.. Enumerable.Range(0, 20).Select(i => 1 + i % 3)];

    [Fact]
    public async Task OneMargin_IsPostStratification_ByHand()
    {
        Wave wave = await WaveAsync();
        WaveScores before = await ScoresAsync(wave);
        Page page = await PageAsync(wave);
        Assert.Contains("None yet: every answer counts as it came.", page.Text);
        Page made = await page.Submit(Filled(page, ("online", "60"), ("counter", "40")), form: Form);
        Assert.Contains("Version 1 is made. Nothing uses it yet", made.Text);
        Assert.Equal(before.Result.Items[0].Score, (await ScoresAsync(wave)).Result.Items[0].Score);

        Page used = await made.Submit(new() { ["reason"] = "The counter was asked less." }, form: Choose);
        Assert.Contains("The results of the wave use version 1.", used.Text);
        WaveScores after = await ScoresAsync(wave);
        (double online, double counter) = (Score(Online), Score(Counter));
        Assert.Equal(0.6 * online + 0.4 * counter, after.Result.Items[0].Score.Estimate, 9);
        // As R's svymean after postStratify: residuals from the means of the categories (Holt and Smith 1979).
        double squares = Squares(Online, 0.6) + Squares(Counter, 0.4);
        Assert.Equal(Math.Sqrt(80.0 / 79 * squares), after.Result.Items[0].Score.Se, 9);
        Assert.Equal(80, after.Result.Items[0].N);

        string results = (await (await app.As(Role.Executive)).Get($"/insight/waves/{wave.Id}")).Text;
        Assert.Contains($"Weighted to known totals: Channel (version 1). Source: {Source}", results);
        await app.Services.TraceAsync("weighting.made", (await VersionAsync(wave)).Id, "Analyst tester", null, Source);

        Page stopped = await used.Submit(new() { ["reason"] = "The register was wrong." }, form: Choose);
        Assert.Contains("The results are those of the answers as they came.", stopped.Text);
        Assert.Equal(before.Result.Items[0].Score, (await ScoresAsync(wave)).Result.Items[0].Score);
        Assert.Contains("the answers as they came, chosen by Analyst tester. Reason: The register was wrong.", stopped.Text);
    }

    [Fact]
    public async Task WhoDidNotSay_KeepsTheirShare()
    {
        // A quarter say no region; of those who do, one half live in the north and should be a fifth.
        Wave wave = await WaveData.AddClosedAsync(app);
        await StoreAsync(wave, Enumerable.Range(0, 80).Select(i =>
            ("online", i % 4 == 0 ? "{\"overall\":5}"
                : $"{{\"overall\":{(i % 2 == 0 ? 4 : 2)},\"region\":\"{(i % 2 == 0 ? "north" : "south")}\"}}")));
        Page page = await PageAsync(wave);
        int norths = Enumerable.Range(0, 80).Count(i => i % 4 != 0 && i % 2 == 0);
        Assert.Equal(20, norths);
        Page made = await page.Submit(Filled(page, ("north", "20"), ("south", "80")), form: Form);
        await made.Submit(new() { ["reason"] = "As in the census." }, form: Choose);
        double expected = 0.25 * 100 + 0.75 * (0.2 * 75 + 0.8 * 25);
        Assert.Equal(expected, (await ScoresAsync(wave)).Result.Items[0].Score.Estimate, 9);
    }

    [Fact]
    public async Task FilesPersonByPerson_HaveAnswersAsTheyCame()
    {
        Wave wave = await WaveAsync();
        Page page = await PageAsync(wave);
        Page made = await page.Submit(Filled(page, ("online", "60"), ("counter", "40")), form: Form);
        await made.Submit(new() { ["reason"] = "The counter was asked less." }, form: Choose);
        using HttpResponseMessage file = await (await app.As(Role.Analyst)).Raw(
            new(HttpMethod.Get, $"/insight/waves/{wave.Id}/export/file?format=csv"));
        Assert.DoesNotContain("weight", (await file.Content.ReadAsStringAsync()).Split('\n')[0]);
        string reproduce = (await (await app.As(Role.Analyst)).Get($"/insight/waves/{wave.Id}/reproduce/scores")).Text;
        Assert.Contains("Counts of answers, without small cells.", reproduce);
    }

    [Fact]
    public async Task WhatCannotBeMet_IsRefused_WithThePlace()
    {
        Wave wave = await WaveAsync();
        Page page = await PageAsync(wave);
        await page.RefusesAsync(409, Filled(page), ["Fill in the people served of one division at least."], at: Form);
        await page.RefusesAsync(409, Filled(page, ("online", "60")),
            ["Give the people served of every category of a division, each a number above zero, or of none."], at: Form);
        await page.RefusesAsync(409, Filled(page, ("online", "60"), ("counter", "0")),
            ["Give the people served of every category of a division, each a number above zero, or of none."], at: Form);
        await page.RefusesAsync(422, Filled(page, ("online", "many"), ("counter", "40")), [], at: Form);
        Dictionary<string, string> form = Filled(page, ("online", "60"), ("counter", "40"));
        form["Input.Source"] = " ";
        await page.RefusesAsync(409, form, ["Say where these numbers come from."], at: Form);
        form = Filled(page, ("online", "60"), ("counter", "40"));
        form[form.Keys.First(k => k.EndsWith(".By", StringComparison.Ordinal))] = "time";
        await page.RefusesAsync(409, form, ["The answers of this wave do not divide like that."], at: Form);
        // North is only online and south only at the counter: both margins want other people.
        form = Filled(page, ("online", "60"), ("counter", "40"), ("north", "40"), ("south", "60"));
        await page.RefusesAsync(409, form, ["No weights meet all these numbers at once: some people would have to count less than " +
            "nothing. Leave a division out, or check the numbers."], at: Form);

        Page made = await page.Submit(Filled(page, ("online", "60"), ("counter", "40")), form: Form);
        await made.RefusesAsync(409, new() { ["reason"] = " " }, ["Say why: every figure of the wave changes."], at: Choose);
        await made.Submit(new() { ["reason"] = "The counter was asked less." }, form: Choose);
        await made.RefusesAsync(409, new() { ["reason"] = "Again." }, ["These weights are in use already."], at: Choose);
        Page now = await PageAsync(wave);
        await now.Submit(new() { ["reason"] = "The register was wrong." }, form: Choose);
        await now.RefusesAsync(409, new() { ["reason"] = "Again." }, ["No weights are in use: there is nothing to stop."], at: Choose);
    }

    [Fact]
    public async Task ACategoryOfAFew_IsNotWeighted()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await StoreAsync(wave, Enumerable.Range(0, 43).Select(i => (i < 40 ? "online" : "counter", $"{{\"overall\":{1 + i % 5}}}")));
        Page page = await PageAsync(wave);
        Assert.Contains("Not offered: Channel. Fewer than 5 people answered in one of the categories.", page.Text);
        using IServiceScope scope = app.Services.CreateScope();
        var weightings = scope.ServiceProvider.GetRequiredService<WaveWeightings>();
        var refusal = await Assert.ThrowsAsync<RuleViolationException>(() => weightings.MakeAsync(wave,
            [new("channel", [new("online", 60), new("counter", 40)])], Source, Actor.System, TestApp.Now, default));
        Assert.Equal("Too few people answered in one category: at least {0} are needed in each.", refusal.Message);
        Assert.Equal([DisclosurePolicy.MinimumPeople], refusal.Args);
    }

    [Fact]
    public async Task AnOpenWave_HasNoWeights()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page page = await PageAsync(wave);
        Assert.Contains("Weights are made when the wave has closed: until then each new answer would change them.", page.Text);
    }

    [Fact]
    public async Task TwoAtOnce_OneChooses()
    {
        Wave wave = await WaveAsync();
        Page page = await PageAsync(wave);
        Page made = await page.Submit(Filled(page, ("online", "60"), ("counter", "40")), form: Form);
        Dictionary<string, string> reason = new() { ["reason"] = "The counter was asked less." };
        await Race.SendAsync(() => made.Submit(reason, form: Choose), () => made.Submit(reason, form: Choose));
        Assert.Single(await app.Db(db => db.WeightingChoices.AsNoTracking().Where(c => c.WaveId == wave.Id).ToListAsync()));
        await app.Services.TraceAsync("weighting.chosen", $"{wave.Id}/1", "Analyst tester", null, "The counter was asked less.");
    }

    private const string Form = "form:has([name='Input.Source'])", Choose = "form[action*='handler=Choose']";

    // The form as it came, with the people of some categories typed in.
    private static Dictionary<string, string> Filled(Page page, params (string Category, string Population)[] people)
    {
        var filled = new Dictionary<string, string> { ["Input.Source"] = Source };
        foreach (var hidden in page.Document.QuerySelectorAll("[name^='Input.Divisions'][type=hidden]"))
        {
            (string name, string value) = (hidden.GetAttribute("name")!, hidden.GetAttribute("value")!);
            filled[name] = value;
            if (people.FirstOrDefault(p => p.Category == value) is { Category: not null } typed)
                filled[name.Replace(".Category", ".Population", StringComparison.Ordinal)] = typed.Population;
        }
        return filled;
    }

    private static double Score(int[] ratings) => ratings.Average(r => (r - 1) * 25.0);

    // The sum over a category of (weight × distance from its mean)², for weights that add up to 1.
    private static double Squares(int[] ratings, double share) =>
        ratings.Sum(r => Math.Pow(share / ratings.Length * ((r - 1) * 25.0 - Score(ratings)), 2));

    // Online people live in the north, those at the counter in the south.
    private async Task<Wave> WaveAsync()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await StoreAsync(wave, [
            .. Online.Select(r => ("online", $"{{\"overall\":{r},\"time\":{r},\"region\":\"north\"}}")),
            .. Counter.Select(r => ("counter", $"{{\"overall\":{r},\"time\":{r},\"region\":\"south\"}}"))]);
        return wave;
    }

    private Task<long> StoreAsync(Wave wave, IEnumerable<(string Channel, string Json)> answers) =>
        app.Services.GetRequiredService<ResponseStore>().AddRangeAsync([.. answers.Select(a => new Response
        {
            WaveId = wave.Id, ReceivedOn = wave.OpensOn, Channel = a.Channel, Language = "en", AnswersJson = a.Json,
        })]);

    private async Task<Page> PageAsync(Wave wave) => await (await app.As(Role.Analyst)).Get($"/insight/waves/{wave.Id}/weighting");

    private Task<Weighting> VersionAsync(Wave wave) => app.Db(db => db.Weightings.AsNoTracking().FirstAsync(w => w.WaveId == wave.Id));

    private async Task<WaveScores> ScoresAsync(Wave wave) =>
        (await app.Services.GetRequiredService<WaveAnalyses>().ScoresAsync(wave.Id, default));
}
