using AngleSharp.Dom;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>Every kind of question and scale as respondents meet it, and the same markup in the previews of the staff.</summary>
public sealed class RespondentScaleTests(TestApp app)
{
    private static readonly QuestionnaireContent Content = WaveData.Content with
    {
        Sections =
        [
            new()
            {
                Code = "all", Title = new("All", "Tout"),
                Questions =
                [
                    WaveData.Rating("overall", "Recommend?", "Recommander ?", required: true) with
                    {
                        Hint = new("Zero is not at all.", "Zéro : pas du tout."),
                        Scale = new(0, 11) { Labels = [new("Never", "Jamais"), new("Always", "Toujours")] },
                    },
                    WaveData.Rating("grade", "Grade?", "Note ?") with { Scale = new(1, 6, Reversed: true), Required = false },
                    WaveData.Rating("balance", "Better or worse?", "Mieux ou pire ?") with { Scale = new(-2, 5) },
                    WaveData.Rating("yes", "Happy?", "Content ?") with
                    {
                        Scale = new(0, 2) { Labels = [new("No", "Non"), new("Yes", "Oui")] },
                    },
                    .. WaveData.AtMostTwoChannels.Sections[1].Questions,
                ],
            },
        ],
    };

    [Fact]
    public async Task Scales_AreGroupsOfRadios_WithALegendAndTheirEnds()
    {
        Page form = await OpenAsync(await WaveData.AddAsync(app, Content));
        IElement group = form.One("#q-overall");
        Assert.Equal("FIELDSET", group.TagName);
        Assert.Equal("q-overall-hint q-overall-ends", group.GetAttribute("aria-describedby")!.Trim());
        Assert.Equal(Enumerable.Range(0, 11).Select(v => $"{v}"),
            group.QuerySelectorAll(".scale.numbers input").Select(i => i.GetAttribute("value")));
        Assert.Equal(["0: Never", "10: Always"], form.Document.QuerySelectorAll("#q-overall-ends span").Select(s => s.TextContent.Trim()));
        Assert.Equal(["-2", "-1", "0", "1", "2"],
            form.Document.QuerySelectorAll("#q-balance .scale label").Select(l => l.TextContent.Trim()));
        Assert.Equal(["No", "Yes"], form.Document.QuerySelectorAll("#q-yes .scale:not(.numbers) label").Select(l => l.TextContent.Trim()));
        Assert.Equal("Does not apply to me", form.One("#q-yes .na").TextContent.Trim());
        Assert.Empty(form.Document.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Answers_AreStoredAsTheyWereGiven_AndShownAgain()
    {
        Wave wave = await WaveData.AddAsync(app, Content);
        Page form = await OpenAsync(wave);
        Page french =
            await form.Submit(new() { ["q-overall"] = "0", ["q-grade"] = "1", ["q-balance"] = "-2", ["q-yes"] = "na" },
                button: "language=fr");
        Assert.All(new[] { "q-overall-0", "q-grade-1", "q-balance--2", "q-yes-na" },
            id => Assert.True(french.Document.GetElementById(id)!.HasAttribute("checked"), id));
        Assert.Equal(4, french.Document.QuerySelectorAll("[checked]").Length);
        Page thanks = await french.Submit();
        Assert.Equal("Merci", thanks.Title);
        string json = (await app.Db(db => db.Responses.AsNoTracking().SingleAsync(r => r.WaveId == wave.Id))).AnswersJson;
        Answers stored = Answers.Parse(json, Content.Find);
        Assert.Equal([new Answer.Rating(0), new Answer.Rating(1), new Answer.Rating(-2)],
            new[] { "overall", "grade", "balance" }.Select(code => stored[code]));
    }

    [Theory]
    [InlineData("q-overall", "11"), InlineData("q-overall", "-1"), InlineData("q-balance", "3"), InlineData("q-yes", "2")]
    public async Task PointThatIsNotThere_IsRefused(string field, string value)
    {
        Page refused = await (await OpenAsync(await WaveData.AddAsync(app, Content)))
            .Submit(new() { ["q-overall"] = "5", [field] = value });
        Assert.Equal(422, refused.Status);
        Assert.Contains("Choose one of the answers shown.", refused.One($"#{field}-error").TextContent);
    }

    // Preview, editor and respondent page draw one question with one markup: they differ in the names of the controls alone.
    [Theory, InlineData("en"), InlineData("fr")]
    public async Task Previews_ShowTheMarkupOfRespondents(string language)
    {
        Wave wave = await WaveData.AddAsync(app, Content);
        Page asked = await OpenAsync(wave, language);
        Guid draft = await app.Db(db => db.QuestionnaireVersions.Where(v => v.Id == wave.VersionId)
            .Select(v => v.QuestionnaireId).FirstAsync());
        Browser analyst = await app.As(Role.Analyst, "en");
        Page preview = await analyst.Get($"/questionnaires/drafts/{draft}/preview/{language}");
        string[] respondents = [.. asked.Document.QuerySelectorAll(".question").Select(q => Folded(q, "q-"))];
        Assert.Equal(9 - 2, respondents.Length);
        Assert.Equal(respondents, preview.Document.QuerySelectorAll(".question").Select(q => Folded(q, "asked-")));
        if (language == "en")
            Assert.Equal(respondents,
                (await analyst.Get($"/questionnaires/drafts/{draft}")).Document.QuerySelectorAll(".question")
                    .Select(q => Folded(q, "asked-")));
        string[] said = language == "en"
            ? ["(required)", "Choose at most 2.", "Up to 2,000 characters."]
            : ["(obligatoire)", "Choisissez-en au plus 2.", "Jusqu’à 2"];
        Assert.All(said, words => Assert.Contains(words, preview.Text));
    }

    private Task<Page> OpenAsync(Wave wave, string language = "en") => app.Anonymous(language).Get($"/answer/{wave.Slug}");

    private static string Folded(IElement question, string prefix) =>
        string.Join(' ',
            question.OuterHtml.Replace(prefix, "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
