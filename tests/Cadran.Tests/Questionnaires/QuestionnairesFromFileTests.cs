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
            ["Input.Columns[2].Use"] = "profile",
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
        Assert.Equal("", proposal.One("[name='Input.Columns[1].Text.Fr']").GetAttribute("value") ?? "");
        Page made = await proposal.Submit(new()
        {
            ["Input.ServiceId"] = service.Id.ToString(),
            ["Input.Name"] = "English only",
            ["Input.Columns[2].Use"] = "profile",
            ["Input.Columns[0].Text.Fr"] = "Globalement",
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
            ["Input.Columns[5].Use"] = "profile",
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
        await proposal.RefusesAsync(422, new(fine) { ["Input.Columns[0].Use"] = "", ["Input.Columns[1].Use"] = "" },
            ["Choose at least one column."]);
        await proposal.RefusesAsync(422, new(fine) { ["Input.Columns[0].Use"] = "overall", ["Input.Columns[1].Use"] = "overall" },
            ["Only one column can be overall satisfaction."]);
        await proposal.RefusesAsync(422, new(fine) { ["Input.Name"] = TooLong, ["Input.Reason"] = TooLong },
            ["A name may have at most 200 characters.", "A reason may have at most 1,000 characters."]);
        await proposal.RefusesAsync(422, new(fine) { ["Input.Name"] = "", ["Input.ServiceId"] = "" },
            ["Give the questionnaire a name.", "Choose a service."]);
    }

    [Fact]
    public async Task ManyRatings_AreOffered_AndSomebodySaysWhichAreWanted()
    {
        // 30 ratings, a district of a dozen numbers, a column of free texts and an empty one.
        string header = string.Join(',', Enumerable.Range(1, 30).Select(i => $"q{i}")) + ",satisfaction,district,said,nothing\n";
        string rows = string.Concat(Enumerable.Range(0, 60).Select(r =>
            string.Join(',', Enumerable.Range(1, 30).Select(i => $"{1 + (r + i) % 5}")) + $",{1 + r % 5},{1 + r % 12},text {r},\n"));
        Page page = await LookAsync(header + rows);
        Assert.Equal(["satisfaction"], Taken(page));
        Assert.Contains("31 columns look like ratings: say below which ones you need", (await Choose(page, "none")).Text);
        Assert.Empty(Taken(await Choose(page, "none")));
        Assert.Equal(31, Taken(await Choose(page, "ratings")).Length);
        Page all = await Choose(page, "all");
        Assert.Equal(32, Taken(all).Length);
        Assert.Equal("profile", all.One("[name='Input.Columns[31].Use'][checked]").GetAttribute("value"));
        Assert.Equal(["said more than 20 different values", "nothing without a value"], all.Document.QuerySelectorAll("details li")
            .Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal("1", all.One("[name='Input.Columns[31].Options.En']").TextContent.Trim().Split('\n')[0]);

        static string[] Taken(Page page) => [.. page.Document.QuerySelectorAll("tr.taken th")
            .Select(th => th.FirstChild!.TextContent.Trim())];
        static Task<Page> Choose(Page page, string take)
        {
            var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.One("main form[method=post]");
            return page.Browser.Post(page.One($"button[value={take}]").GetAttribute("formaction")!,
                [.. Page.Fields(form), new("take", take)]);
        }
    }

    [Fact]
    public async Task LanguagesOfTheOrganisation_AreThoseOfTheQuestionnaire_AndOptionsAreWrittenInThem()
    {
        Guid organisation = await app.OrganisationAsync("nl", "fr");
        var service = Cadran.Catalogue.Service.Create(organisation, Guid.NewGuid().ToString("N"), new("", "", "Paspoorten"));
        await app.Db(async db => { db.Add(service); await db.SaveChangesAsync(); });
        Browser analyst = await app.AsTop("fr");
        Page proposal = await ImportSteps.Send(analyst, await analyst.Get(Path + $"?service={service.Id}"),
            Path + "?handler=Look", Encoding.UTF8.GetBytes("overall,région\n5,nord\n4,sud\n3,nord\n"), "avis.csv", "upload",
            ("Input.ServiceId", service.Id.ToString()));
        Assert.Equal(["Text.Nl", "Text.Fr"], proposal.Document.QuerySelectorAll("[name^='Input.Columns[0].Text']")
            .Select(i => i.GetAttribute("name")![17..]));
        Page made = await proposal.Submit(new()
        {
            ["Input.ServiceId"] = service.Id.ToString(),
            ["Input.Name"] = "Avis",
            ["Input.Columns[0].Text.Nl"] = "Hoe tevreden bent u?",
            ["Input.Columns[1].Use"] = "profile",
            ["Input.Columns[1].Text.Nl"] = "Regio",
            ["Input.Columns[1].Options.Nl"] = "noorden\nzuiden",
        });
        Assert.Equal(200, made.Status);
        QuestionnaireContent draft =
            (await app.Db(db => db.Questionnaires.AsNoTracking().FirstAsync(q => q.ServiceId == service.Id))).Draft;
        Assert.Equal(["nl", "fr"], draft.Languages);
        Assert.Equal(new LocalText("", "Région", "Regio"), draft.Questions.Last().Text);
        Assert.Equal([new LocalText("", "nord", "noorden"), new LocalText("", "sud", "zuiden")],
            draft.Questions.Last().Options.Select(o => o.Label));
        Assert.DoesNotContain(QualityControl.Of(draft).Findings, f => f.Blocks);
    }

    private async Task<Page> LookAsync(string content)
    {
        Browser analyst = await app.As(Role.Analyst);
        return await ImportSteps.Send(analyst, await analyst.Get(Path), Path + "?handler=Look", Encoding.UTF8.GetBytes(content),
            "old.csv", "upload");
    }

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
