using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight;

/// <summary>Two waves beside each other: each change with its test and words.</summary>
public sealed class InsightCompareTests(TestApp app)
{
    [Fact]
    public async Task TwoWaves_EachChangeWithItsTestAndWords()
    {
        Guid first = await SyntheticSurvey.AddWaveAsync(app, 1, "W1"),
            second = await SyntheticSurvey.AddWaveAsync(app, 2, "W2", serviceOf: first);
        Browser executive = await app.As(Role.Executive);
        Page page = await executive.Get($"/insight/compare?from={first}&to={second}");
        Assert.Equal(200, page.Status);
        Assert.Contains("The margin does not decide whether overall satisfaction changed", page.Text);
        Assert.Contains("The same offices answer in both waves", page.Text);
        Assert.Contains("An open link is no random sample", page.Text);
        var change = page.Document.QuerySelector("#changes tbody tr td[data-as=value]")!;
        Assert.Equal("−0.4", change.TextContent.Trim());
        Assert.Equal(-0.4029761677549, double.Parse(change.GetAttribute("data-value")!), 1e-9);
        Assert.Equal(6, page.Document.QuerySelectorAll("#changes tbody tr").Length);
        // The overall score is planned and stands alone: its q is empty, and the five others are one family.
        Assert.Contains("Overall satisfaction is the one planned comparison, not adjusted.", page.Text);
        Assert.Contains("corrected for the 5 changes on this page beside the overall score", page.Text);
        WaveChange found = (await app.Services.GetRequiredService<WaveAnalyses>().ChangeAsync(first, second, CancellationToken.None))!;
        Assert.Null(found.Overall!.Change.Q);
        double[] p = [.. found.Items.Skip(1).Select(i => i.Change.P!.Value)], q = [.. found.Items.Skip(1).Select(i => i.Change.Q!.Value)];
        for (int i = 0; i < p.Length; i++)
            Assert.Equal(p.Where(other => other >= p[i]).Min(other => Math.Min(1, other * p.Length / p.Count(x => x <= other))), q[i],
                1e-12);
        Page turned = await executive.Get($"/insight/compare?from={second}&to={first}");
        Assert.Equal("−0.4", turned.Document.QuerySelector("#changes td[data-as=value]")!.TextContent.Trim());
        Page csv = await executive.Get($"/insight/compare/table?from={first}&to={second}");
        Assert.StartsWith("Rating,Before,After,\"Change, points\",\"Change, points: lower limit\",\"Change, points: upper limit\"",
            csv.Html.TrimStart('\uFEFF'));
    }

    [Fact]
    public async Task WavesOfTwoServices_AreRefused()
    {
        Wave one = await WaveData.AddAsync(app), other = await WaveData.AddAsync(app);
        Page page = await (await app.As(Role.Executive)).Get($"/insight/compare?from={one.Id}&to={other.Id}");
        Assert.Equal(422, page.Status);
        Assert.Contains("Choose two waves of the same service.", page.Text);
        Assert.Contains("Choose two different waves.",
            (await (await app.As(Role.Executive)).Get($"/insight/compare?from={one.Id}&to={one.Id}")).Text);
    }

    [Fact]
    public async Task AnOpenWave_IsNotComparedYet()
    {
        Guid closed = await SyntheticSurvey.AddWaveAsync(app, 1, "W1");
        Wave open = await app.Db(async db =>
        {
            Wave first = db.Waves.Single(w => w.Id == closed);
            Wave wave = Wave.Plan(first.ServiceId, first.VersionId, "W2", WaveData.Today, WaveData.Today.AddDays(9), Actor.System,
                TestApp.Now);
            db.Add(wave);
            await db.SaveChangesAsync();
            return wave;
        });
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(
            Enumerable.Range(0, 40).Select(i => WaveData.Response(open.Id, $$"""{"overall":{{1 + i % 5}}}""")));
        Browser executive = await app.As(Role.Executive);
        Page page = await executive.Get($"/insight/compare?from={closed}&to={open.Id}");
        Assert.Equal((200, 0), (page.Status, page.Document.QuerySelectorAll("table").Length));
        Assert.Contains("A wave that is still open cannot be compared yet", page.Text);
        Assert.Equal(404, (await executive.Get($"/insight/compare/table?from={closed}&to={open.Id}")).Status);
    }

    [Fact]
    public async Task FieldsLeftEmpty_AreNamed()
    {
        Browser executive = await app.As(Role.Executive);
        Assert.Equal(200, (await executive.Get("/insight/compare")).Status);
        Page page = await executive.Get("/insight/compare?From=&To=");
        Assert.Equal(422, page.Status);
        Assert.Contains("Choose the first wave.", page.Text);
        Assert.Contains("Choose the wave to compare it with.", page.Text);
    }
}
