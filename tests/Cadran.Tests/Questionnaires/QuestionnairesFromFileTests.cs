using AngleSharp.Dom;
using System.Text;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>A questionnaire made from a file of answers: its columns become questions.</summary>
public sealed class QuestionnairesFromFileTests(TestApp app)
{
    private const string Path = "/questionnaires/from-file";
    private static readonly string TooLong = new('x', 2001);

    [Theory]
    [InlineData("", "Choose a file.")]
    [InlineData("a,b\n", "The file has a header and no rows.")]
    [InlineData("a,b\n17,x\n", "No column of this file looks like a rating or a choice.")]
    [InlineData("a,\"b\n1,2\n", "never closed")]
    public async Task UnusableFile_IsSaid(string content, string message)
    {
        Page refused = await LookAsync(content);
        Assert.Equal(422, refused.Status);
        Assert.Contains(message, refused.Text);
    }

    [Fact]
    public async Task ChosenColumns_BecomeQuestions_WithTheirWordsAsText()
    {
        var service = await app.ServiceAsync();
        Page proposal = await LookAsync("overall,Staff <b>care</b>,region\n5,1,north\n4,2,south\n3,3,north\n2,0,south\n");
        Assert.DoesNotContain("<b>care", proposal.Html);
        Page nothing = await proposal.Submit(new() { ["Input.ServiceId"] = "", ["Input.Name"] = "" });
        Assert.Equal(422, nothing.Status);
        Assert.Contains("Choose a service.", nothing.Text);
        Page made = await proposal.Submit(new()
        {
            ["Input.ServiceId"] = service.Id.ToString(),
            ["Input.Name"] = "Old survey",
            ["Input.Columns[2].Include"] = "true",
        });
        Assert.Equal("Old survey", made.Title);
        QuestionnaireContent draft =
            (await app.Db(db => db.Questionnaires.AsNoTracking().FirstAsync(q => q.ServiceId == service.Id))).Draft;
        Assert.Equal(["overall_2", "staff_b_care_b", "region"],
            draft.Questions.Select(q => q.Code).Select(c => c == "region_2" ? "region" : c));
        Assert.Equal(ItemRole.Overall, draft.Overall?.Role);
        Assert.Equal(["north", "south"], draft.Questions.Last().Options.Select(o => o.Code));
        Assert.All(draft.Questions, q => Assert.False(q.Core));
    }

    [Fact]
    public async Task OtherLanguage_IsNotFilledWithTheSameWords_AndPublishingLeadsToEachQuestion()
    {
        var service = await app.ServiceAsync();
        Page proposal = await LookAsync("overall,wait,region\n5,1,north\n4,2,south\n3,3,north\n");
        Assert.Equal("", proposal.One("[name='Input.Columns[1].Fr']").GetAttribute("value") ?? "");
        Page made = await proposal.Submit(new()
        {
            ["Input.ServiceId"] = service.Id.ToString(),
            ["Input.Name"] = "English only",
            ["Input.Columns[2].Include"] = "true",
            ["Input.Columns[0].Fr"] = "Globalement",
        });
        QuestionnaireContent draft =
            (await app.Db(db => db.Questionnaires.AsNoTracking().FirstAsync(q => q.ServiceId == service.Id))).Draft;
        Assert.All(draft.Questions.Skip(1), q => Assert.Equal("", q.Text.Fr));
        Assert.All(draft.Questions.Last().Options, o => Assert.Equal("", o.Label.Fr));
        Page refused = await (await made.Browser.Get(made.Url.Split('#')[0] + "/publish"))
            .Submit(new() { ["OwnItemsReason"] = "Collected before." });
        Assert.Equal(409, refused.Status);
        Assert.Contains("Texts not written in French: ", refused.Text);
        IElement places = refused.Document.QuerySelector("ul.where")!;
        string[] links = [.. places.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Distinct()];
        Assert.Equal(draft.Questions.Skip(1).Select(q => $"{made.Url.Split('#')[0]}/own/{q.Code}"), links);
        foreach (string link in links) Assert.Equal(200, (await made.Browser.Get(link)).Status);
    }

    [Fact]
    public async Task TheSameFile_MatchesItsOwnColumnsExactly()
    {
        var service = await app.ServiceAsync();
        // Codes of common measures, names that are one name without their signs, and a name that is no code.
        string[] columns = ["overall", "Q 1", "Q-1", "time_wait", "Was it « easy » ?", "region"];
        Page proposal = await LookAsync(string.Join(',', columns) + "\n5,1,2,3,4,north\n4,2,3,4,5,south\n3,3,4,5,1,north\n");
        await proposal.Submit(new()
        {
            ["Input.ServiceId"] = service.Id.ToString(),
            ["Input.Name"] = "Again",
            ["Input.Columns[5].Include"] = "true",
        });
        QuestionnaireContent draft =
            (await app.Db(db => db.Questionnaires.AsNoTracking().FirstAsync(q => q.ServiceId == service.Id))).Draft;
        var names = new Cadran.Collection.ColumnNames(draft);
        IReadOnlyDictionary<string, Question> found = names.Match(columns);
        Assert.Equal(columns, columns.Where(found.ContainsKey));
        Assert.All(found, pair => Assert.Equal(pair.Key, pair.Value.Column));
        Assert.All(found, pair => Assert.False(names.OnlyResembles(pair.Key, pair.Value.Code)));
    }

    [Fact]
    public async Task NothingChosen_TwoOveralls_OrTooLong_IsRefused()
    {
        var service = await app.ServiceAsync();
        Browser analyst = await app.As(Role.Analyst);
        const string Path = "/questionnaires/from-file";
        Page proposal =
            await ImportSteps.Send(analyst, await analyst.Get(Path), Path + "?handler=Look",
                Encoding.UTF8.GetBytes("overall,care\n5,1\n4,2\n3,3\n"), "old.csv", "upload");
        Dictionary<string, string> fine = new() { ["Input.ServiceId"] = service.Id.ToString(), ["Input.Name"] = "Old" };
        await proposal.RefusesAsync(422, new(fine) { ["Input.Columns[0].Include"] = "false", ["Input.Columns[1].Include"] = "false" },
            ["Choose at least one column."]);
        await proposal.RefusesAsync(422, new(fine) { ["Input.Columns[0].Use"] = "overall", ["Input.Columns[1].Use"] = "overall" },
            ["Only one column can be overall satisfaction."]);
        await proposal.RefusesAsync(422, new(fine) { ["Input.Name"] = TooLong, ["Input.Reason"] = TooLong },
            ["A name may have at most 200 characters.", "A reason may have at most 1,000 characters."]);
        await proposal.RefusesAsync(422, new(fine) { ["Input.Name"] = "", ["Input.ServiceId"] = "" },
            ["Give the questionnaire a name.", "Choose a service."]);
    }

    private async Task<Page> LookAsync(string content)
    {
        Browser analyst = await app.As(Role.Analyst);
        return await ImportSteps.Send(analyst, await analyst.Get(Path), Path + "?handler=Look", Encoding.UTF8.GetBytes(content),
            "old.csv", "upload");
    }

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
