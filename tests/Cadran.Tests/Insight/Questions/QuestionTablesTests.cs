using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Insight.Questions;

/// <summary>What the results page shows of every question, and its files.</summary>
public sealed class QuestionTablesTests(TestApp app)
{
    [Fact]
    public async Task Page_ShowsEveryQuestion_WithBaseAndInterval()
    {
        Page page = await ShowAsync("");
        string[] figures = [.. page.Document.QuerySelectorAll("figure").Select(f => f.Id!)];
        string[] ofQuestions = ["numbers", "question-region", "question-got", "question-matters", "question-used", "asked-importance",
            "margins", "cells", "no-answer"];
        Assert.Equal(ofQuestions, figures.Where(ofQuestions.Contains));
        Assert.Equal("66.7", page.Document.QuerySelector("#question-got td[data-as=value]")!.TextContent.Trim());
        Assert.Contains("Share of the 54 people who answered, %. 6 people gave no answer.", Caption(page, "question-got"));
        Assert.Contains("Fewer than 5 people answered", page.One("#question-region").TextContent);
        Assert.Equal(["43", "0", "10", "7", "0", "0"],
            page.Document.QuerySelectorAll("#no-answer tbody tr")[1].QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
        Assert.Contains("not measured", page.One("#cells").TextContent);
        Assert.Equal(7, page.Document.QuerySelectorAll("#margins tbody tr").Length);
        Assert.Empty(page.Document.QuerySelectorAll("#question-got a[href*=reproduce]"));
    }

    [Fact]
    public async Task ImportanceAsked_StandsBesideImportanceDerived()
    {
        Page page = await ShowAsync("");
        string[][] rows = [.. page.Document.QuerySelectorAll("#asked-importance tbody tr")
            .Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToArray())];
        // Everybody named the wait, every second person the staff.
        Assert.Equal([("100.0", "1"), ("50.0", "2")], rows.Select(r => (r[0], r[2])));
    }

    [Fact]
    public async Task ASplit_IsATableOfEachQuestion_AndACsv()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        Browser executive = await app.As(Role.Executive);
        Page page = await executive.Get($"/insight/waves/{wave.Id}?by=got");
        Assert.Equal(["YES", "NO"], page.Document.QuerySelectorAll("#by-overall tbody th").Select(h => h.TextContent.Trim()));
        Assert.Empty(page.Document.QuerySelectorAll("#by-got"));
        Assert.Contains("withheld", page.One("#by-region").TextContent);
        Page csv = await executive.Get($"/insight/waves/{wave.Id}/table?figure=by-overall&by=got");
        Assert.StartsWith("Did you get it?,Not at all,A little,Moderately,Rather,Completely,Answers\r\nYES,", csv.Html.TrimStart('\uFEFF'));
        Page option = await executive.Get($"/insight/waves/{wave.Id}?by=used.web");
        Assert.Equal(["Chose it", "Did not choose it"],
            option.Document.QuerySelectorAll("#by-overall tbody th").Select(h => h.TextContent.Trim()));
        Assert.Equal("used.web", option.One("select[name=By] option[selected]").GetAttribute("value"));
    }

    [Fact]
    public async Task ASplitByOverall_HasNoScoreOfOverall()
    {
        Page page = await ShowAsync("?by=overall");
        Assert.Empty(page.Document.QuerySelectorAll("#groups"));
        Assert.NotEmpty(page.Document.QuerySelectorAll("#by-staff"));
    }

    [Fact]
    public async Task InFrench()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        Page page = await (await app.As(Role.Executive, "fr")).Get($"/insight/waves/{wave.Id}?by=got");
        Assert.Equal("FR Did you get it?", page.Document.QuerySelector("#question-got h2")!.TextContent.Trim());
        Assert.Contains("6 personnes n’ont pas répondu.", Caption(page, "question-got"));
        Assert.Contains("masqué", page.One("#by-region").TextContent);
        Assert.Equal("FR yes", page.Document.QuerySelector("#by-overall tbody th")!.TextContent.Trim());
    }

    [Fact]
    public async Task AFigureWithoutAScript_CannotBeReproduced()
    {
        Wave wave = await AskedWave.AddAsync(app, AskedWave.Sixty());
        Browser executive = await app.As(Role.Executive);
        Assert.Equal(404, (await executive.Get($"/insight/waves/{wave.Id}/reproduce/question-got")).Status);
        Assert.Equal(200, (await executive.Get($"/insight/waves/{wave.Id}/table?figure=question-got")).Status);
    }

    private static string Caption(Page page, string figure) => string.Join(' ',
        page.One($"#{figure} figcaption").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<Page> ShowAsync(string query) =>
        await (await app.As(Role.Executive)).Get($"/insight/waves/{(await AskedWave.AddAsync(app, AskedWave.Sixty())).Id}{query}");
}
