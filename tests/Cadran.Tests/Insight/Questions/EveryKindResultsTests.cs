using System.Text;
using System.Xml.Linq;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight.Questions;

/// <summary>Every kind of question in results and in files, and the figures of measurements held against sums by hand.</summary>
public sealed class EveryKindResultsTests(TestApp app)
{
    private const int People = 44;

    private QuestionResults Results => app.Services.GetRequiredService<QuestionResults>();

    public static TheoryData<string> Codes => [.. QuestionKind.All.Where(k => !k.IsPersonal).Select(k => k.Code)];

    [Theory, MemberData(nameof(Codes))]
    public async Task Question_HasItsResult_InThePageAndEachFile(string code)
    {
        Question question = EveryKind.Of(QuestionKind.Find(code)!);
        Wave wave = await AddAsync(question, i => EveryKind.Of(question.Kind, i));
        QuestionResult? result = (await Results.ForAsync(wave.Id, default)).Find(question.Code);
        bool told = question.Kind is { HasAnswer: true, IsText: false };
        Assert.Equal(told ? People : null, result?.N);
        Browser manager = await app.As(Role.Manager, "en");
        Page page = await manager.Get($"/insight/waves/{wave.Id}");
        Assert.Equal(200, page.Status);
        Assert.Equal(told, page.Html.Contains($"About {code}?", StringComparison.Ordinal));
        string counts = await FileAsync(manager, wave, "counts");
        Assert.Equal(told, counts.Contains($"\r\n{question.Code},", StringComparison.Ordinal));
        XDocument codebook = XDocument.Parse((await FileAsync(manager, wave, "ddi")).TrimStart('\uFEFF'));
        string[] variables = [.. codebook.Descendants().Where(e => e.Name.LocalName == "var").Select(e => e.Attribute("name")!.Value)];
        Assert.Equal(told ? question.Kind.Columns(question).Count : 0,
            variables.Count(v => v.StartsWith(question.Code, StringComparison.Ordinal)));
        // What is in the file of people is what the codebook says is in it.
        string[] inFile = [.. codebook.Descendants().Where(e => e.Name.LocalName == "var" && e.Attribute("files") is not null)
            .Select(e => e.Attribute("name")!.Value).Where(v => v.StartsWith(question.Code, StringComparison.Ordinal))];
        string[] header = (await FileAsync(manager, wave, "csv")).TrimStart('\uFEFF').Split("\r\n")[0].Split(',');
        Assert.All(header.Where(h => h.StartsWith(question.Code, StringComparison.Ordinal)), name => Assert.Contains(name, inFile));
        Assert.NotEmpty(await FileAsync(manager, wave, "sav"));
        Assert.NotEmpty(await FileAsync(manager, wave, "r"));
    }

    [Fact]
    public async Task ANumber_HasItsMeanAndMedian_AndNoExtremes()
    {
        Question number = EveryKind.Of(QuestionKind.Number);
        Wave wave = await AddAsync(number, i => i % 4 == 3
            ? new Answer.None(Cadran.Statistics.NoValue.DontKnow) : new Answer.Number(100 + i));
        QuestionResult result = (await Results.ForAsync(wave.Id, default)).Find(number.Code)!;
        Assert.Equal((33, 11), (result.N, result.None!.DontKnow));
        SeriesResult series = Assert.Single(result.Series);
        double[] values = [.. Enumerable.Range(0, People).Where(i => i % 4 != 3).Select(i => 100.0 + i)];
        Assert.Equal(values.Average(), series.Mean!.Estimate, 1e-9);
        // The mean of a part of a simple random sample: a ratio, whose size is chance too.
        double error = Math.Sqrt(People / (People - 1.0) * values.Sum(v => Math.Pow(v - values.Average(), 2))) / values.Length;
        Assert.Equal(error, series.Mean.Se, 1e-9);
        Assert.Equal(values[16], series.Median);
        string html = (await (await app.As(Role.Manager, "en")).Get($"/insight/waves/{wave.Id}")).Text;
        Assert.Contains("Smallest and largest are not told", html);
        Assert.DoesNotContain(" 142 ", html);
    }

    [Fact]
    public async Task RanksSumsWaitsAndRecommendations_AreSummedUp()
    {
        Question ranking = EveryKind.Of(QuestionKind.Ranking);
        SeriesResult[] ranks = [.. (await OfAsync(ranking)).Series];
        double[] places = [.. Enumerable.Range(0, People).Select(i => 1.0 + i % 3)];
        Assert.Equal(places.Average(), ranks[0].Mean!.Estimate, 1e-9);
        Assert.Equal(places.Count(p => p == 1) / (double)People, ranks[0].First!.Estimate, 1e-9);
        Assert.Equal(1, ranks.Sum(r => r.First!.Estimate), 1e-9);
        SeriesResult[] parts = [.. (await OfAsync(EveryKind.Of(QuestionKind.Sum))).Series];
        Assert.Equal([5.0, 0.0, 5.0], parts.Select(p => p.Suppressed is null ? Math.Round(p.Mean!.Estimate, 9) : 0));
        SeriesResult[] waits = [.. (await OfAsync(EveryKind.Of(QuestionKind.Duration))).Series];
        Assert.Equal(Enumerable.Range(0, People).Count(i => i % 10 <= 5) / (double)People, waits[2].Mean!.Estimate, 1e-9);
        // Five and over of everybody said the same of what is acceptable: that tells what each of them said.
        Assert.Equal([null, null, null], waits.Select(w => w.Suppressed?.Reason));
        int[] points = [.. Enumerable.Range(0, People).Select(i => i % 11)];
        Assert.Equal((points.Count(p => p >= 9) - points.Count(p => p <= 6)) / (double)People,
            (await OfAsync(EveryKind.Of(QuestionKind.Recommend))).Recommendation!.Estimate, 1e-9);
        SeriesResult day = Assert.Single((await OfAsync(EveryKind.Of(QuestionKind.Date))).Series);
        Assert.Equal((null, (double)new DateOnly(2026, 1, 22).DayNumber), (day.Mean, day.Median));
    }

    [Fact]
    public async Task FewPeople_AreToldOnlyWhatHidesEachOfThem()
    {
        Question number = EveryKind.Of(QuestionKind.Number);
        Wave few = await AddAsync(number, i => i < 4 ? new Answer.Number(i) : null),
            seven = await AddAsync(number, i => i < 7 ? new Answer.Number(i) : null);
        Assert.NotNull((await Results.ForAsync(few.Id, default)).Find(number.Code)!.Suppressed);
        SeriesResult told = Assert.Single((await Results.ForAsync(seven.Id, default)).Find(number.Code)!.Series);
        // Seven have a mean; a median of seven is nearly what one of them said.
        Assert.Equal((3.0, null, null), (told.Mean!.Estimate, told.Median, told.LowerQuarter));
        // Two of thirteen say what would have been acceptable to them and not how long it took.
        Question wait = EveryKind.Of(QuestionKind.Duration);
        Wave part = await AddAsync(wait, i => i < 13 ? new Answer.Duration(i < 2 ? null : i, 1 + i % 2) : null);
        SeriesResult[] waits = [.. (await Results.ForAsync(part.Id, default)).Find(wait.Code)!.Series];
        Assert.Equal([true, false, true], waits.Select(w => w.Suppressed is not null));
    }

    private async Task<QuestionResult> OfAsync(Question question) => (await Results.ForAsync(
        (await AddAsync(question, i => EveryKind.Of(question.Kind, i))).Id, default)).Find(question.Code)!;

    private async Task<Wave> AddAsync(Question question, Func<int, Answer?> answer)
    {
        QuestionnaireContent content = new()
        {
            Title = new("Ask", "Demander"),
            Sections =
            [
                new()
                {
                    Code = "all", Title = new("All", "Tout"),
                    Questions = [WaveData.Rating("overall", "Overall?", "Dans l’ensemble ?"), question],
                },
            ],
        };
        return await AskedWave.AddAsync(app, Enumerable.Range(0, People).Select(i =>
            new Answers().Set("overall", new Answer.Rating(1 + i % 5)).Set(question.Code, answer(i)).ToJson()), content);
    }

    private static async Task<string> FileAsync(Browser browser, Wave wave, string kind)
    {
        HttpResponseMessage file = await browser.Raw(new(HttpMethod.Get,
            $"/insight/waves/{wave.Id}/export/file?format={kind}&language=en&values=codes&separator=comma&decimal=point"));
        Assert.True(file.IsSuccessStatusCode, $"{kind}: {(int)file.StatusCode}");
        return Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync());
    }
}
