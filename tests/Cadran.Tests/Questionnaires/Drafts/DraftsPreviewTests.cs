using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>The preview of a draft, as respondents will see it.</summary>
public sealed class DraftsPreviewTests(TestApp app)
{
    [Fact]
    public async Task BothLanguages_AsRespondentsSeeThem()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Browser analyst = await app.As(Role.Analyst);
        Page french = await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/preview/fr");
        Assert.Contains("quelle est votre satisfaction à l’égard du service", french.Text);
        Assert.Equal(6, french.Document.QuerySelectorAll("input[name=asked-overall]").Length);
        Assert.Equal(6, french.Document.QuerySelectorAll("input[name=asked-time_wait]").Length);
        Assert.Contains("All things considered", (await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/preview/en")).Text);
    }
}
