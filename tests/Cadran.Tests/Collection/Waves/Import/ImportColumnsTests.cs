using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;
using static Cadran.Tests.Support.ImportSteps;

namespace Cadran.Tests.Collection;

/// <summary>The columns of a file: matched, corrected, and what their codes mean.</summary>
public sealed class ImportColumnsTests(TestApp app)
{
    public static TheoryData<string, string> Maps => new()
    {
        { "Input.Columns[0].Target", "nowhere|The questionnaire of this wave has no item “nowhere”." },
        { "Input.Columns[1].Target", "overall|The item “overall” is mapped to more than one column." },
        { "Input.Columns[0].Values", "0 na|“0 na” is not written as “value = meaning”." },
    };

    [Fact]
    public async Task CodesBesideTheScale_AreProposedInSight_AndCountedBeforeTheImport()
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        // A lone 8 and a lone 9, a 7 that nobody explains, a word for nothing, and columns that are nothing here.
        Page columns =
            await Upload(analyst, wave, "overall,time,shoe size,=name\n5,9,41,a\n4,8,42,b\n3,7,43,c\nNA,1,44,d\n2,9,45,e\n1,3,46,f\n");
        Assert.Equal(["7|nothing yet: these rows are bad|1|time", "8|don’t know|1|time", "9|don’t know|2|time", "NA|no answer|1|overall"],
            Codes(columns));
        Assert.Contains("2 of 4 columns are recognised.", columns.Text);
        Page check = await Wait(await columns.Submit(new() { ["Input.Columns[1].Values"] = "7 = refused, 8 = na, 9 = dk" }));
        Assert.Equal(["7|did not want to answer|1|time", "8|does not apply to the person|1|time", "9|don’t know|2|time",
            "NA|no answer|1|overall"],
            Codes(check));
        Assert.Contains("2 columns are left out", check.One("main details summary").TextContent);
        Assert.Equal("shoe size, =name", check.One("main details p").TextContent);
        Assert.Empty(await ResponsesAsync(wave));
        string[] french = Codes(await (await app.As(Role.Analyst, "fr")).Get(check.Url));
        Assert.Equal("7|refus de répondre|1|time", french[0]);
    }

    [Fact]
    public async Task CodesOfNineColumns_NameEightAndCountTheRest()
    {
        string[] items = [.. Enumerable.Range(1, 9).Select(i => $"item_{i}")];
        Wave wave = await WaveData.AddAsync(app, WaveData.Content with
        {
            Sections = [WaveData.Content.Sections[0] with { Questions = [.. items.Select(code => WaveData.Rating(code, code, code))] }],
        });
        Page columns =
            await Upload(await app.As(Role.Analyst), wave,
                string.Join(',', items) + "\n" + string.Join(',', items.Select(_ => "9")) + "\n" + string.Join(',', items.Select(_ => "5"))
                    + "\n");
        Assert.EndsWith("|9|item_1, item_2, item_3, item_4, item_5, item_6, item_7, item_8 and 1 other", Assert.Single(Codes(columns)));
    }

    [Fact]
    public async Task NamesThatOnlyResemble_AreMatched_AndSaidToBe()
    {
        QuestionnaireContent content = MeasureBank.Current.CoreQuestionnaire(new("Your experience", "Votre expérience"));
        Wave wave = await WaveData.AddAsync(app, content);
        Page columns =
            await Upload(await app.As(Role.Analyst), wave,
                "overall,TIME-WAIT,Temps total,Knowledge of staff,REGION,Poids,nothing like it\n5,4,3,2,x,1,1\n");
        (string, string?, bool)[] seen = [.. columns.Document.QuerySelectorAll("table.map tbody tr").Select((r, i) =>
            (r.QuerySelector("th")!.FirstChild!.TextContent.Trim(), (string?)Value(columns, i, "Target"),
                r.QuerySelector(".tag.warn") is not null))];
        Assert.Equal(
        [
            ("overall", "overall", false), ("TIME-WAIT", "time_wait", true), ("Temps total", "time_total", true),
            ("Knowledge of staff", "know_staff", true),
            ("REGION", "region", true), ("Poids", "@weight", true), ("nothing like it", "", false),
        ], seen);
        Assert.Contains("5 have names that only resemble what was chosen", columns.Text);
        Assert.Contains("nom semblable : à vérifier", (await (await app.As(Role.Analyst, "fr")).Get(columns.Url)).Text);
    }

    [Theory, MemberData(nameof(Maps))]
    public async Task BadMap_IsSaid(string field, string valueAndMessage)
    {
        Wave wave = await WaveData.AddAsync(app);
        Page columns = await Upload(await app.As(Role.Analyst), wave, "overall,time\n5,1\n");
        string[] both = valueAndMessage.Split('|');
        Page refused = await columns.Submit(new() { [field] = both[0] });
        Assert.Equal(409, refused.Status);
        Assert.Contains(both[1], refused.Text);
    }

    [Fact]
    public async Task MapThatMeansTwoThings_IsRefused()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page columns = await Upload(await app.As(Role.Analyst), wave, "a,b\n5,4\n4,4\n");
        await columns.RefusesAsync(409, new() { ["Input.Columns[0].Target"] = "", ["Input.Columns[1].Target"] = "" },
            ["Map at least one column to an item of the questionnaire."]);
        await columns.RefusesAsync(409, new() { ["Input.Columns[0].Target"] = "overall", ["Input.Columns[1].Target"] = "weather" },
            ["The questionnaire of this wave has no item “weather”."]);
        await columns.RefusesAsync(409, new() { ["Input.Columns[0].Target"] = "overall", ["Input.Columns[1].Target"] = "overall" },
            ["The item “overall” is mapped to more than one column."]);
        await columns.RefusesAsync(409, new() { ["Input.Columns[0].Target"] = "@weight", ["Input.Columns[1].Target"] = "@weight" },
            ["Only one column can be “weight”."]);
        await columns.RefusesAsync(409, new() { ["Input.Columns[0].Target"] = "overall", ["Input.Columns[0].Values"] = "0 is nothing" },
            ["“0 is nothing” is not written as “value = meaning”."]);
    }

    private Task<List<Response>> ResponsesAsync(Wave wave) =>
        app.Db(db => db.Responses.AsNoTracking().Where(r => r.WaveId == wave.Id).ToListAsync());
}
