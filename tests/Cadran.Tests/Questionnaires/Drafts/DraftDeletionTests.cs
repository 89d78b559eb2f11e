using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>A draft that was never published can be deleted.</summary>
public sealed class DraftDeletionTests(TestApp app)
{
    [Fact]
    public async Task Draft_IsDeleted_AndAPublishedQuestionnaireIsNot()
    {
        Questionnaire draft = await app.QuestionnaireAsync(), published = await app.QuestionnaireAsync();
        Browser analyst = await app.As(Role.Analyst);
        Page page = await analyst.Get($"/questionnaires/drafts/{draft.Id}");
        Page list = await page.Submit(form: "form[action*=Delete]");
        Assert.Contains("The draft “Clients 2026” was deleted.", list.Text);
        Assert.False(await app.Db(db => db.Questionnaires.AnyAsync(q => q.Id == draft.Id)));

        // Published while the page was open: the form is of an older draft, and then there is something to hold it.
        Page before = await analyst.Get($"/questionnaires/drafts/{published.Id}");
        await (await analyst.Get($"/questionnaires/drafts/{published.Id}/publish")).Submit();
        Questionnaire now = await app.Db(db => db.Questionnaires.AsNoTracking().FirstAsync(q => q.Id == published.Id));
        await before.RefusesAsync(409, new() { ["revision"] = now.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            ["This questionnaire cannot be deleted: 1 of its versions are published, and answers may point to them."],
            "form[action*=Delete]");
    }
}
