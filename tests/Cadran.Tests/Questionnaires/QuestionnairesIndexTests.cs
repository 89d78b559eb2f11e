using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>The list of questionnaires holds those of the services one may see.</summary>
public sealed class QuestionnairesIndexTests(TestApp app)
{
    [Fact]
    public async Task OnesOfOtherOrganisations_AreNotListed()
    {
        await app.QuestionnaireAsync();
        Assert.Contains("Clients 2026", (await (await app.As(Role.Executive)).Get("/questionnaires")).Text);
        Assert.DoesNotContain("Clients 2026", (await (await app.AsForeigner()).Get("/questionnaires")).Text);
    }

    [Fact]
    public async Task LanguageQuestionOrVersionThatIsNotThere_Is404()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Browser analyst = await app.As(Role.Analyst);
        string[] absent =
        [
            $"/questionnaires/drafts/{questionnaire.Id}/preview/xx", $"/questionnaires/drafts/{questionnaire.Id}/own/overall",
            $"/questionnaires/versions/{questionnaire.Id}/1",
        ];
        foreach (string path in absent) Assert.Equal((path, 404), (path, (await analyst.Get(path)).Status));
    }
}
