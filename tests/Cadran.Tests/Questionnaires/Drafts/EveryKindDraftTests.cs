using System.Text.Json;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>Every kind of question in the form of its author, in previews, and on paper.</summary>
public sealed class EveryKindDraftTests(TestApp app)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Codes => [.. QuestionKind.All.Select(k => k.Code)];

    [Theory, MemberData(nameof(Codes))]
    public async Task Question_IsWrittenInTheForm_AndOpenedAgainUnchanged(string code)
    {
        Question wanted = EveryKind.Of(QuestionKind.Find(code)!);
        Questionnaire questionnaire = await app.QuestionnaireAsync(core => core with { Languages = ["en", "fr", "nl", "de"] });
        Browser analyst = await app.As(Role.Analyst);
        Page form = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/own");
        Page saved = await form.Submit(EveryKind.Form(wanted));
        Assert.True(saved.Status == 200 && saved.Document.QuerySelector(".ds-error-summary") is null, saved.Text);
        Question written = (await DraftAsync(questionnaire)).Find(wanted.Code)!;
        Assert.Equal(JsonSerializer.Serialize(wanted, Readable), JsonSerializer.Serialize(written, Readable));
        Page edit = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/own/{wanted.Code}");
        Assert.Equal(200, (await edit.Submit()).Status);
        Assert.Equal(JsonSerializer.Serialize(wanted, Readable),
            JsonSerializer.Serialize((await DraftAsync(questionnaire)).Find(wanted.Code), Readable));
    }

    [Theory, MemberData(nameof(Codes))]
    public async Task Preview_DrawsTheQuestion_InFourLanguages_WithSomethingToFillIn(string code)
    {
        Question question = EveryKind.Of(QuestionKind.Find(code)!);
        Questionnaire questionnaire = await app.QuestionnaireAsync(core => core with
        {
            Languages = ["en", "fr", "nl", "de"],
            Sections = [core.Sections[0] with { Questions = [question] }],
        });
        Browser analyst = await app.As(Role.Analyst, "en");
        foreach (string language in LocalText.Languages)
        {
            Page preview = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/preview/{language}");
            Assert.Single(preview.Document.QuerySelectorAll(".question"));
            Assert.Equal(question.Kind.IsShown, preview.Says(question.Text.Exactly(language)));
            Assert.Equal(question.Kind is { HasAnswer: true, IsShown: true },
                preview.Document.QuerySelector(".question :is(input, select, textarea)") is not null);
        }
    }

    [Fact]
    public async Task LinesThatAreNotThere_AreRefused()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Page form = await (await app.As(Role.Analyst)).Get($"/questionnaires/drafts/{questionnaire.Id}/own");
        var fields = EveryKind.Form(EveryKind.Of(QuestionKind.Choices));
        Page refused = await form.Submit(new(fields) { ["Input.Detail.TakesText"] = "9", ["Input.Detail.Exclusive"] = "none" });
        Assert.Equal(422, refused.Status);
        Assert.Equal(2, refused.Document.QuerySelectorAll(".ds-error-summary a").Count(a => a.TextContent.Contains(
            "Write the numbers of the lines of these options, such as 4, 5. The first option is line 1.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Neighbours_WithOneHeading_StandInOneTable()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Browser analyst = await app.As(Role.Analyst);
        foreach (string code in new[] { "kind", "quick" })
        {
            Page form = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/own");
            Assert.Equal(200, (await form.Submit(new()
            {
                ["Input.Text.En"] = $"Were they {code}?",
                ["Input.Code"] = code,
                ["Input.Kind"] = "YesNo",
                ["Input.Grid.En"] = "Our staff",
            })).Status);
        }
        QuestionnaireContent draft = await DraftAsync(questionnaire);
        Section home = draft.Sections.Single(s => s.Questions.Any(q => q.Code == "kind"));
        Assert.Equal(("our_staff", "Our staff"), (Assert.Single(home.Grids).Code, home.Grids[0].Text.En));
        Assert.Equal(["our_staff", "our_staff"], new[] { "kind", "quick" }.Select(c => draft.Find(c)!.Grid));
        foreach (string code in new[] { "kind", "quick" })
            await (await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/own/{code}")).Submit(new() { ["Input.Grid.En"] = "" });
        Assert.All((await DraftAsync(questionnaire)).Sections, s => Assert.Empty(s.Grids));
    }

    private Task<QuestionnaireContent> DraftAsync(Questionnaire questionnaire) => app.Db(async db =>
        (await db.Questionnaires.AsNoTracking().FirstAsync(q => q.Id == questionnaire.Id)).Draft);
}
