using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>Measures of the bank are added to their section.</summary>
public sealed class DraftsAddTests(TestApp app)
{
    [Fact]
    public async Task FromTheBank_IsPutInItsSection()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Browser analyst = await app.As(Role.Analyst);
        Page bank = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/add");
        Page nothing = await bank.Submit();
        Assert.Equal(422, nothing.Status);
        Assert.Contains("Choose at least one measure.", nothing.Text);
        Page added = await bank.Submit(new() { ["codes"] = "time_kept" });
        Assert.Equal("s-time", added.Document.QuerySelector("#q-time_kept")!.Closest("section")!.GetAttribute("aria-labelledby"));
        Assert.Equal(404, (await bank.Submit(new() { ["codes"] = "no_such" })).Status);
    }

    [Fact]
    public async Task NoneChosen_OrTheQuestionnaireIsFull_IsRefused()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        await (await Get($"/questionnaires/drafts/{questionnaire.Id}/add")).RefusesAsync(422, [], ["Choose at least one measure."]);
        Questionnaire full = await app.QuestionnaireAsync(core => Enumerable.Range(0, DraftChanges.MaxQuestions - core.Questions.Count())
            .Aggregate(core, (content, n) => content.Add("time", Given.Own($"own_{n}"))));
        await (await Get($"/questionnaires/drafts/{full.Id}/own"))
            .RefusesAsync(409, new() { ["Input.Text.En"] = "One more?" }, ["A questionnaire holds at most 300 questions."]);
        await (await Get($"/questionnaires/drafts/{full.Id}/add"))
            .RefusesAsync(409, new() { ["codes"] = "trust" }, ["A questionnaire holds at most 300 questions."]);
    }

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
