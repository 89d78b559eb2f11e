using AngleSharp.Dom;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Improvement;
using Cadran.Tests.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Tests.Interface;

/// <summary>The error summary names the fields from top to bottom and leads to a control that is there, on forms of every kind.</summary>
public sealed class ErrorOrderTests(TestApp app)
{
    public static TheoryData<string, Role, string[]> Forms => new()
    {
        { "/people/new", Role.Administrator, ["Input.DisplayName", "Input.Email", "Input.OrganisationId"] },
        { "/account", Role.Analyst, ["Input.Present", "Input.New"] },
        { "/collection/waves/new?service={service}", Role.Analyst, ["Input.VersionId", "Input.Name", "Input.OpensOn", "Input.ClosesOn"] },
        { "/questionnaires/new", Role.Analyst, ["Input.ServiceId", "Input.Name"] },
        { "/improvement/decisions/new?wave={wave}", Role.Manager, ["Input.Driver", "Input.Title", "Input.Reasons", "Input.Body",
            "Input.DecidedOn"] },
        { "/improvement/targets/new?service={service}", Role.Manager, ["Input.Wave", "Input.Item", "Input.Change", "Input.DueOn"] },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task Summary_FollowsTheFields(string path, Role role, string[] emptied)
    {
        MeasuredService measured = await MeasuredService.GetAsync(app);
        if (path.StartsWith("/questionnaires", StringComparison.Ordinal)) await app.QuestionnaireAsync();
        Page form = await (await app.As(role))
            .Get(path.Replace("{wave}", measured.Waves[0].Id.ToString(), StringComparison.Ordinal)
                .Replace("{service}", measured.Id.ToString(), StringComparison.Ordinal));
        // Of many services one is written and not chosen from a list.
        if (form.Document.QuerySelector("[name='Input.Service']") is not null)
            emptied = Array.ConvertAll(emptied, field => field.Replace("Input.ServiceId", "Input.Service", StringComparison.Ordinal));
        Page refused = await form.Submit(emptied.ToDictionary(field => field, _ => ""));
        AssertInOrder(refused, emptied.Length);
    }

    [Fact]
    public async Task OwnQuestionForm_FollowsTheFields()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Page form = await (await app.As(Role.Analyst)).Get($"/questionnaires/drafts/{questionnaire.Id}/own");
        Page refused = await form.Submit(new()
        {
            ["Input.Text.En"] = "",
            ["Input.Text.Fr"] = "",
            ["Input.Kind"] = "Choice",
            ["Input.Options.En"] = "",
            ["Input.Code"] = "9 not a code",
        });
        AssertInOrder(refused, 2);
    }

    private static void AssertInOrder(Page refused, int atLeast)
    {
        Assert.Equal(422, refused.Status);
        string[] targets =
            [.. refused.Document.QuerySelectorAll(".ds-error-summary a").Select(a => a.GetAttribute("href")![1..]).Distinct()];
        Assert.InRange(targets.Length, atLeast, 20);
        List<IElement> controls = [.. refused.Document.QuerySelectorAll("main :is(input, select, textarea)")];
        int[] places = [.. targets.Select(id => controls.FindIndex(c => c.Id == id))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }
}
