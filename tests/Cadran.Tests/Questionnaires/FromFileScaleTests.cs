using System.Text;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Questionnaires;

/// <summary>
/// Files whose ratings are not 1 to 5, from their columns to results, as somebody takes them who changes nothing that is proposed.
/// </summary>
public sealed class FromFileScaleTests(TestApp app)
{
    // Eighty people on a scale of agreement of four points without a middle, as many surveys of residents have: 18, 7, 29 and 26 of
    // them chose 1, 2, 3 and 4.
    private static readonly string FourPoints = "id,overall,wait\n" + Rows([(1, 18), (2, 7), (3, 29), (4, 26)], i => $"{1 + i % 4}");

    [Fact]
    public async Task FourPoints_AreNotReadAsFive()
    {
        Page proposal = await LookAsync(FourPoints);
        Assert.Equal(("1", "4"),
            (proposal.One("[name='Input.Columns[0].Lowest']").GetAttribute("value"),
                proposal.One("[name='Input.Columns[0].Highest']").GetAttribute("value")));
        (QuestionnaireContent content, WaveAnalysis found) = await ImportedAsync(proposal, FourPoints, []);
        Assert.Equal(new RatingScale(1, 4), content.Overall!.Scale);
        Assert.Equal(80, found.Responses);
        Assert.Equal((2.7875, 59.583333333, 0.6875),
            (Math.Round(found.Overall!.Figures.Mean.Estimate, 9), Math.Round(found.Overall.Figures.Score.Estimate, 9),
                Math.Round(found.Overall.Figures.TopTwo.Estimate, 9)));
        Page results = await (await app.As(Role.Executive)).Get($"/insight/waves/{found.WaveId}");
        Assert.DoesNotContain("atisfied", results.One("#distribution").TextContent);
    }

    [Fact]
    public async Task NoughtToTenBesideOneToFive_KeepsItsNines()
    {
        string file = "id,overall,wait,staff\n"
            + string.Concat(Enumerable.Range(0, 110).Select(i => $"{i},{i % 11},{(i % 10 == 0 ? 9 : 1 + i % 5)},{1 + i * 3 % 5}\n"));
        (QuestionnaireContent content, WaveAnalysis found) = await ImportedAsync(await LookAsync(file), file, []);
        Assert.Equal([new(0, 11), new(1, 5), new(1, 5)], content.Questions.Select(q => q.Scale!));
        Assert.Equal((110, 0), (found.Overall!.Figures.N, found.Overall.Figures.Missing));
        Assert.Equal(50, found.Overall.Figures.Score.Estimate, 1e-9);
        Assert.Equal((99, 11), (found.Drivers[0].Figures.N, found.Drivers[0].Figures.Missing));
    }

    [Fact]
    public async Task YesAndNo_CanBeRated_WhenSomebodySaysSo()
    {
        string file = "id,happy,wait\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},{(i % 3 == 0 ? 0 : 1)},{1 + i % 5}\n"));
        Page proposal = await LookAsync(file);
        Assert.Equal("", proposal.One("[name='Input.Columns[0].Use'][checked]").GetAttribute("value"));
        (QuestionnaireContent content, WaveAnalysis found) =
            await ImportedAsync(proposal, file, new() { ["Input.Columns[0].Use"] = "overall" });
        Assert.Equal(new RatingScale(0, 2), content.Overall!.Scale);
        Assert.Equal((100 * 2 / 3.0, 2 / 3.0), (found.Overall!.Figures.Score.Estimate, found.Overall.Figures.TopTwo.Estimate), new Near());
        Assert.Equal(60, found.Result.Drivers.N);
    }

    [Fact]
    public async Task ScaleCanBeCorrected_AndWrongOnesAreRefusedAtTheirColumn()
    {
        Page proposal = await LookAsync(FourPoints);
        Dictionary<string, string> named =
            new() { ["Input.ServiceId"] = (await app.ServiceAsync()).Id.ToString(), ["Input.Name"] = "Four" };
        Page refused = await proposal.Submit(new(named) { ["Input.Columns[0].Highest"] = "20" });
        Assert.Equal(422, refused.Status);
        Assert.Contains("overall: A rating has 2 to 11 points.", refused.Text);
        Page words = await proposal.Submit(new(named) { ["Input.Columns[0].Words"] = "agreement" });
        Assert.Contains("overall: Write words for each of the 4 points, or for the two ends only.", words.Text);
        Page driver = await (await LookAsync("overall,region\n5,north\n4,south\n3,north\n"))
            .Submit(new(named) { ["Input.Columns[1].Use"] = "driver" });
        Assert.Contains("region: Overall satisfaction and drivers are ratings.", driver.Text);
        Page made = await proposal.Submit(new(named)
        {
            ["Input.Columns[0].Lowest"] = "0",
            ["Input.Columns[0].Highest"] = "4",
            ["Input.Columns[0].Words"] = "agreement",
            ["Input.Columns[0].Reversed"] = "true",
        });
        Assert.Equal(200, made.Status);
        RatingScale scale = (await DraftAsync(made)).Draft.Overall!.Scale!;
        Assert.Equal((0, 5, true, "Strongly agree"), (scale.Lowest, scale.Points, scale.Reversed, scale.LabelOf(0).En));
    }

    private static string Rows((int Value, int People)[] counts, Func<int, string> wait)
    {
        int id = 0;
        return string.Concat(counts.SelectMany(c => Enumerable.Repeat(c.Value, c.People)).Select(v => $"{id},{v},{wait(id++)}\n"));
    }

    private async Task<Page> LookAsync(string file)
    {
        Browser analyst = await app.As(Role.Analyst);
        return await ImportSteps.Send(analyst, await analyst.Get("/questionnaires/from-file"),
            "/questionnaires/from-file?handler=Look", Encoding.UTF8.GetBytes(file), "ratings.csv", "upload");
    }

    private async Task<(QuestionnaireContent, WaveAnalysis)> ImportedAsync(Page proposal, string file, Dictionary<string, string> more)
    {
        Page made = await proposal.Submit(new(more)
        {
            ["Input.ServiceId"] = (await app.ServiceAsync()).Id.ToString(),
            ["Input.Name"] = "From a file",
        });
        Assert.Equal(200, made.Status);
        QuestionnaireContent content = (await DraftAsync(made)).Draft with { Languages = ["en"] };
        Wave wave = await WaveData.AddClosedAsync(app, content);
        Page check = await ImportSteps.Wait(await (await ImportSteps.Upload(proposal.Browser, wave, file)).Submit());
        await ImportSteps.Wait(await check.Submit(button: "keepGood=false"));
        return (content, await app.Services.GetRequiredService<WaveAnalyses>().ForAsync(wave.Id, default));
    }

    private Task<Questionnaire> DraftAsync(Page made)
    {
        Guid id = Guid.Parse(made.Url.Split('/')[3]);
        return app.Db(db => db.Questionnaires.AsNoTracking().FirstAsync(q => q.Id == id));
    }

    private sealed class Near : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) =>
            Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2 - y.Item2) < 1e-9;
        public int GetHashCode((double, double) obj) => 0;
    }
}
