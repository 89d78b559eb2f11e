using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>A version is what was published, whatever becomes of the draft.</summary>
public sealed class VersionsShowTests(TestApp app)
{
    [Fact]
    public async Task Version_IsFrozen_AndTheNextOneComparedWithIt()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync(core => core.Add("time", Given.Own("parking")));
        Browser analyst = await app.As(Role.Analyst);
        string path = $"/questionnaires/drafts/{questionnaire.Id}";
        Page form = await analyst.Get(path + "/publish");
        Page first = await form.Submit();
        Assert.Matches("/questionnaires/versions/[^/]+/1$", first.Url);
        Assert.Contains("Version 1 is published.", first.Text);
        string frozen = Content(await VersionsAsync(questionnaire.Id), 1);
        Assert.True(await app.Db(db => db.AuditEvents.AnyAsync(e => e.Action == "questionnaire.publish"
            && e.SubjectId == questionnaire.Id.ToString())));

        // Nothing to publish: no button here or on the draft, and an older page's button is refused.
        Page nothing = await analyst.Get(path + "/publish");
        Assert.Empty(nothing.Document.QuerySelectorAll("main form"));
        Assert.Contains("The draft is the same as version 1, published on", nothing.Text);
        Page same = await analyst.Get(path);
        Assert.DoesNotContain(path + "/publish", same.Html);
        Assert.Contains("Same as version 1", same.Text);
        Assert.Contains("Il n’y a rien à publier", (await (await app.As(Role.Analyst, "fr")).Get(path + "/publish")).Text);
        Page unchanged =
            await form.Submit(new() { ["revision"] = same.Document.QuerySelector("input[name=revision]")!.GetAttribute("value")! });
        Assert.Equal(409, unchanged.Status);
        Assert.Contains("Nothing has changed since version 1: a wave can ask that version as it is. Change the draft to publish another.",
            unchanged.Text);
        Assert.Single(await VersionsAsync(questionnaire.Id));

        Page edit = await analyst.Get(path + "/own/parking");
        await edit.Submit(new() { ["Input.Text.En"] = "Was there room to park?" });
        await (await analyst.Get(path + "/add")).Submit(new() { ["codes"] = "trust" });
        await (await analyst.Get(path)).Submit(form: "#q-region form", button: "act=remove");
        Page second = await (await analyst.Get(path + "/publish")).Submit();
        Assert.Matches("/questionnaires/versions/[^/]+/2$", second.Url);
        Assert.Contains("1 question added", second.Text);
        Assert.Contains("1 question removed", second.Text);
        Assert.Contains("1 question in other words", second.Text);
        Assert.Contains("Was there room to park?", second.One("ins").TextContent);
        // What people were asked in version 1 has not moved by a letter.
        Assert.Equal(frozen, Content(await VersionsAsync(questionnaire.Id), 1));
    }

    private Task<List<QuestionnaireVersion>> VersionsAsync(Guid id) =>
        app.Db(db => db.QuestionnaireVersions.AsNoTracking().Where(v => v.QuestionnaireId == id).ToListAsync());

    private static string Content(List<QuestionnaireVersion> versions, int number) =>
        System.Text.Json.JsonSerializer.Serialize(versions.Single(v => v.Number == number).Content);
}
