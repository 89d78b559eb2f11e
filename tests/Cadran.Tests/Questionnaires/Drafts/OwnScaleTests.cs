using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>Own ratings of 2 to 11 points: how they are written, refused, changed and shown.</summary>
public sealed class OwnScaleTests(TestApp app)
{
    private static readonly Dictionary<string, string> FromNought = new()
    {
        ["Input.Text.En"] = "Would you recommend us?",
        ["Input.Text.Fr"] = "Nous recommanderiez-vous\u202F?",
        ["Input.Code"] = "recommend",
        ["Input.Scale.Words"] = "",
        ["Input.Scale.Points"] = "11",
        ["Input.Scale.Lowest"] = "0",
        ["Input.Scale.Labels.En"] = "Not at all likely\nExtremely likely",
        ["Input.Scale.Labels.Fr"] = "Pas du tout probable\nExtrêmement probable",
    };

    [Fact]
    public async Task NoughtToTen_WithWordsAtItsEnds_IsSavedAndShown()
    {
        (Questionnaire questionnaire, Page form) = await FormAsync();
        Page saved = await form.Submit(FromNought);
        Assert.Equal(200, saved.Status);
        Question own = await StoredAsync(questionnaire, "recommend");
        LocalText[] ends = [new("Not at all likely", "Pas du tout probable"), new("Extremely likely", "Extrêmement probable")];
        Assert.Equal(new RatingScale(0, 11) { Labels = [.. ends] }, own.Scale);
        Assert.Contains("Rating from 0 to 10", saved.One("#q-recommend").TextContent);
        Assert.Equal(11, saved.Document.QuerySelectorAll("#q-recommend .scale.numbers input[type=radio]").Length);

        Page edit = await saved.Browser.Get($"/questionnaires/drafts/{questionnaire.Id}/own/recommend");
        Assert.Equal("Not at all likely\nExtremely likely", edit.One("#Input_Scale_Labels_En").TextContent.Trim());
        Assert.Equal(("11", "0"),
            (edit.One("#Input_Scale_Points").GetAttribute("value"), edit.One("#Input_Scale_Lowest").GetAttribute("value")));
        await edit.Submit(new() { ["Input.Scale.Points"] = "10", ["Input.Scale.Lowest"] = "1" });
        Assert.Equal((1, 10),
            ((await StoredAsync(questionnaire, "recommend")).Scale!.Lowest,
                (await StoredAsync(questionnaire, "recommend")).Scale!.Highest));
    }

    [Fact]
    public async Task ReversedScale_TurnsTheWordsOfTheBankRound()
    {
        (Questionnaire questionnaire, Page form) = await FormAsync();
        await form.Submit(new()
        {
            ["Input.Text.En"] = "Grade?",
            ["Input.Code"] = "grade",
            ["Input.Scale.Words"] = "quality",
            ["Input.Scale.Reversed"] = "true",
        });
        RatingScale scale = (await StoredAsync(questionnaire, "grade")).Scale!;
        Assert.Equal((true, "Very good", "Very poor"), (scale.Reversed, scale.LabelOf(1).En, scale.LabelOf(5).En));
        Page edit = await form.Browser.Get($"/questionnaires/drafts/{questionnaire.Id}/own/grade");
        Assert.Equal("quality", edit.One("#Input_Scale_Words option[selected]").GetAttribute("value"));
        Assert.Equal("", edit.One("#Input_Scale_Labels_En").TextContent.Trim());
    }

    [Theory]
    [InlineData("Input.Scale.Points", "12", "Points of the scale: from 2 to 11.", "#Input_Scale_Points")]
    [InlineData("Input.Scale.Points", "1", "Points of the scale: from 2 to 11.", "#Input_Scale_Points")]
    [InlineData("Input.Scale.Lowest", "11", "Lowest point: from -10 to 10.", "#Input_Scale_Lowest")]
    [InlineData("Input.Scale.Lowest", "none", "“none” could not be read.", "#Input_Scale_Lowest")]
    [InlineData("Input.Scale.Labels.En", "Bad\nFair\nGood", "Write words for each of the 11 points, or for the two ends only.",
        "#Input_Scale_Labels_En")]
    [InlineData("Input.Scale.Labels.Fr", "Jamais", "Write the same number of words in each language, lowest point first.",
        "#Input_Scale_Labels_Fr")]
    public async Task BadScale_IsSaidAtItsField(string field, string value, string message, string at)
    {
        (_, Page form) = await FormAsync();
        Dictionary<string, string> fields = new(FromNought) { [field] = value };
        if (field.EndsWith("Labels.En", StringComparison.Ordinal)) fields["Input.Scale.Labels.Fr"] = "";
        Page refused = await form.Submit(fields);
        Assert.Equal(422, refused.Status);
        Assert.Contains(message, refused.Text);
        Assert.Equal(at, refused.Document.QuerySelector(".ds-error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task ScaleWithoutWords_IsAdvisedAgainst()
    {
        (Questionnaire questionnaire, Page form) = await FormAsync();
        await form.Submit(new()
        {
            ["Input.Text.En"] = "Bare?",
            ["Input.Text.Fr"] = "Nu\u202F?",
            ["Input.Code"] = "bare",
            ["Input.Scale.Words"] = "",
        });
        Page draft = await form.Browser.Get($"/questionnaires/drafts/{questionnaire.Id}");
        Assert.Contains("Scales that do not say what their ends mean: 1, among them “Bare?” (bare).", draft.Text);
    }

    private async Task<(Questionnaire, Page)> FormAsync()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        return (questionnaire, await (await app.As(Role.Analyst)).Get($"/questionnaires/drafts/{questionnaire.Id}/own"));
    }

    private async Task<Question> StoredAsync(Questionnaire questionnaire, string code) =>
        (await app.Db(db => db.Questionnaires.AsNoTracking().FirstAsync(q => q.Id == questionnaire.Id))).Draft.Find(code)!;
}
