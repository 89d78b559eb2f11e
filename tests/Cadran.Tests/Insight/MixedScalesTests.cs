using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight;

/// <summary>
/// A wave whose questions are rated on different scales: overall from 0 to 10, drivers on five, four, two and six points.
/// </summary>
public sealed class MixedScalesTests(TestApp app)
{
    private static readonly QuestionnaireContent Content = WaveData.Content with
    {
        Sections =
        [
            new()
            {
                Code = "all", Title = new("All", "Tout"),
                Questions =
                [
                    WaveData.Rating("overall", "Recommend?", "Recommander ?") with { Scale = new(0, 11) },
                    Rated("wait", new(1, 5)), Rated("staff", new(1, 4)), Rated("fair", new(0, 2)),
                    Rated("grade", new(1, 6, Reversed: true)),
                ],
            },
        ],
    };

    [Fact]
    public async Task EachQuestion_IsScoredOnItsOwnScale_AndAllDriversAreAnalysed()
    {
        WaveAnalysis wave = await AnalysedAsync(await AddAsync());
        Assert.Equal(["wait", "staff", "fair", "grade"], wave.Drivers.Select(d => d.Code));
        double[] scores = [.. wave.Result.Items.Select(i => i.Score.Estimate)];
        Assert.Equal(People.Average(p => 10.0 * p.Overall), scores[0], 1e-9);
        Assert.Equal(People.Average(p => 25.0 * (p.Wait - 1)), scores[1], 1e-9);
        Assert.Equal(People.Average(p => 100 / 3.0 * (p.Staff - 1)), scores[2], 1e-9);
        Assert.Equal(People.Average(p => 100.0 * p.Fair), scores[3], 1e-9);
        Assert.Equal(People.Average(p => 20.0 * (6 - p.Grade)), scores[4], 1e-9);
        Assert.Equal(People.Average(p => p.Fair), wave.Drivers[2].Figures.TopTwo.Estimate, 1e-9);
        Assert.Equal(People.Average(p => p.Grade <= 2 ? 1.0 : 0), wave.Drivers[3].Figures.TopTwo.Estimate, 1e-9);
        // Passing: 4 of 1–5, 3 of 1–4, 1 of 0–1, and the two best of 1–6 read from worst to best.
        int[] failing =
        [
            .. People.Select(p => (p.Wait < 4 ? 1 : 0) + (p.Staff < 3 ? 1 : 0) + (p.Fair < 1 ? 1 : 0) + (p.Grade > 2 ? 1 : 0)),
        ];
        Assert.Equal([4, 3, 1, 5], wave.Drivers.Select(d => d.PassAt));
        Assert.Null(wave.PassAt);
        Assert.All(
            wave.Result.Thresholds.ByFailing.Where(f => f.N is not null), f => Assert.Equal(failing.Count(n => n == f.Failing), f.N));
        Assert.Equal(1, wave.Result.Drivers.Importance.Sum(i => i.Share), 1e-9);
    }

    [Fact]
    public async Task Page_ShowsATablePerScale_FromWorstToBest()
    {
        Wave wave = await AddAsync();
        Page page = await (await app.As(Role.Executive)).Get($"/insight/waves/{wave.Id}");
        Assert.Equal(["distribution", "distribution-2", "distribution-3", "distribution-4", "distribution-5"],
            page.Document.QuerySelectorAll("figure[id^='distribution']").Select(f => f.Id!));
        string[] Heads(string id) =>
            [.. page.Document.QuerySelectorAll($"#{id} thead th").Skip(1).SkipLast(1).Select(h => h.TextContent.Trim())];
        Assert.Equal(["0 (lowest)", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10 (highest)"], Heads("distribution"));
        Assert.Equal(["0 (lowest)", "1 (highest)"], Heads("distribution-4"));
        Assert.Equal(["6 (worst)", "5", "4", "3", "2", "1 (best)"], Heads("distribution-5"));
        IEnumerable<double> grades = page.Document.QuerySelectorAll("#distribution-5 tbody td").SkipLast(1)
            .Select(c => double.Parse(c.GetAttribute("data-value")!));
        IEnumerable<double> shares = Enumerable.Range(1, 6).Reverse().Select(g => 100.0 * People.Count(p => p.Grade == g) / People.Length);
        Assert.Equal(shares, grades, new Close());
        Assert.Contains("A driver fails a person who does not give it one of the best two fifths of its answers.", page.Text);
        Assert.Contains("On a scale of two points, of the best answer alone.", page.Text);
        Assert.Contains("The questions use different words: 6 is the worst answer of each, 1 the best.", page.Text);
    }

    [Fact]
    public async Task Script_KnowsTheEndsAndMarksOfEachScale()
    {
        Wave wave = await AddAsync();
        Page script = await (await app.As(Role.Manager)).Get($"/insight/waves/{wave.Id}/reproduce/scores/script");
        Assert.Contains("lowest <- c(q_overall = 0, q_wait = 1, q_staff = 1, q_fair = 0, q_grade = 1)", script.Html);
        Assert.Contains("highest <- c(q_overall = 10, q_wait = 5, q_staff = 4, q_fair = 1, q_grade = 6)", script.Html);
        Assert.Contains("pass <- c(q_wait = 4, q_staff = 3, q_fair = 1, q_grade = 5)", script.Html);
        Page data = await (await app.As(Role.Manager)).Get($"/insight/waves/{wave.Id}/reproduce/scores/data");
        string[] rows = data.Html.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        int[] grades = [.. rows.Skip(1).Select(l => int.Parse(l.Split(',')[4]))];
        Assert.Equal(People.Select(p => 7 - p.Grade).Order(), grades.Order());
    }

    [Fact]
    public async Task MeanOfItemsOnTwoScales_StretchesThemToTheFirst()
    {
        QuestionnaireContent twoItems = Content with
        {
            Sections =
            [
                new()
                {
                    Code = "all", Title = new("All", "Tout"),
                    Questions =
                    [
                        WaveData.Rating("overall", "Recommend?", "Recommander ?") with { Scale = new(0, 11) },
                        Item("wait", new(1, 5)), Item("grade", new(1, 6, Reversed: true)),
                    ],
                },
            ],
        };
        DriverRow driver = Assert.Single((await AnalysedAsync(await AddAsync(twoItems))).Drivers);
        Assert.Equal(People.Average(p => (25.0 * (p.Wait - 1) + 20.0 * (6 - p.Grade)) / 2), driver.Figures.Score.Estimate, 1e-9);
        Assert.Equal(("timeliness", 1, 5), (driver.Code, driver.Scale.Lowest, driver.Scale.Highest));
    }

    private static readonly (int Overall, int Wait, int Staff, int Fair, int Grade)[] People =
    [
        .. from i in Enumerable.Range(0, 120)
           let wait = 1 + (i * 3 + i / 5) % 5
           let staff = 1 + (i * i + i / 3) % 4
           // Overall follows the first two, so that there is something to explain.
           select (Math.Min(10, wait + staff + (i * 7 + i / 11) % 3), wait, staff, (i * 5 + i / 7) % 3 > 0 ? 1 : 0,
               1 + (i * 11 + i / 13) % 6),
    ];

    private static Question Rated(string code, RatingScale scale) => WaveData.Rating(code, code, code) with { Scale = scale };

    private static Question Item(string code, RatingScale scale) => Rated(code, scale) with { Driver = Driver.Timeliness };

    private async Task<Wave> AddAsync(QuestionnaireContent? content = null)
    {
        Wave wave = await WaveData.AddClosedAsync(app, content ?? Content);
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(People.Select(p => WaveData.Response(wave.Id,
            $$"""{"overall":{{p.Overall}},"wait":{{p.Wait}},"staff":{{p.Staff}},"fair":{{p.Fair}},"grade":{{p.Grade}}}""")));
        return wave;
    }

    private Task<WaveAnalysis> AnalysedAsync(Wave wave) => app.Services.GetRequiredService<WaveAnalyses>().ForAsync(wave.Id, default);

    private sealed class Close : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-9;
        public int GetHashCode(double obj) => 0;
    }
}
