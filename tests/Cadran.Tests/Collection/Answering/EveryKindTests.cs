using System.Text.Json;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>Every kind of question as respondents meet it: in four languages, without script, and stored as it was given.</summary>
public sealed class EveryKindTests(TestApp app)
{
    public static TheoryData<string> Codes => [.. QuestionKind.All.Where(k => !k.IsPersonal).Select(k => k.Code)];

    [Theory, MemberData(nameof(Codes))]
    public async Task Question_IsAskedInFourLanguages_WithoutScript(string code)
    {
        Question question = EveryKind.Of(QuestionKind.Find(code)!);
        Wave wave = await WaveData.AddAsync(app, Content(question));
        foreach (string language in LocalText.Languages)
        {
            Page page = await app.Anonymous(language).Get($"/answer/{wave.Slug}");
            Assert.Equal(200, page.Status);
            Assert.Empty(page.Document.QuerySelectorAll("script"));
            Assert.Equal(question.Kind.IsShown, page.Says(question.Text.Exactly(language)));
            // Every control has a name that somebody who does not see the page is told.
            foreach (var control in page.Document.QuerySelectorAll("#answers :is(input, select, textarea):not([type=hidden])"))
                Assert.True(control.Closest("label") is not null || page.Document.QuerySelector($"label[for='{control.Id}']") is not null,
                    control.OuterHtml);
            string[] ids = [.. page.Document.QuerySelectorAll("[id]").Select(e => e.Id!)];
            Assert.Equal(ids.Distinct(), ids);
        }
    }

    [Theory, MemberData(nameof(Codes))]
    public async Task Answers_AreStoredAsTheyWereGiven_AndShownAgain(string code)
    {
        Question question = EveryKind.Of(QuestionKind.Find(code)!);
        Wave wave = await WaveData.AddAsync(app, Content(question));
        foreach (Answer answer in EveryKind.Answers(question.Kind))
        {
            Page form = await app.Anonymous("en").Get($"/answer/{wave.Slug}{(question.Kind.IsShown ? "" : $"?{question.Code}=letter")}");
            List<KeyValuePair<string, string>> fields = [new("q-overall", "4")];
            if (question.Kind.IsShown)
                fields.AddRange(EveryKind.Sent(question.Kind, answer).Select(f =>
                    KeyValuePair.Create($"q-{question.Code}{f.Field}", f.Value)));
            // The language is changed first: what was given stands on the page again, and is sent from there.
            Page again = await form.Browser.Post(form.Url, [.. fields, new("language", "fr")]);
            Assert.Equal(200, again.Status);
            Assert.Equal("Merci", (await again.Submit()).Title);
            var stored = await app.Db(db => db.Responses.AsNoTracking().Where(r => r.WaveId == wave.Id).ToListAsync());
            Assert.Contains(Json(question, answer), stored.Select(r => JsonDocument.Parse(r.AnswersJson).RootElement)
                .Where(r => r.TryGetProperty(question.Code, out _))
                .Select(r => Json(question, question.Kind.Stored(r.GetProperty(question.Code))!)));
        }
    }

    [Theory, MemberData(nameof(Codes))]
    public async Task ARequiredQuestion_IsMissed(string code)
    {
        Question question = EveryKind.Of(QuestionKind.Find(code)!);
        if (!question.Kind.HasAnswer || !question.Kind.IsShown) return;
        Wave wave = await WaveData.AddAsync(app, Content(question with { Required = true }));
        Page missed = await (await app.Anonymous("en").Get($"/answer/{wave.Slug}")).Submit(new() { ["q-overall"] = "4" });
        Assert.Equal(422, missed.Status);
        Assert.Contains("This question needs an answer.", missed.One($"#q-{question.Code}-error").TextContent);
        string target = missed.Document.QuerySelector(".errors a")!.GetAttribute("href")!;
        Assert.NotNull(missed.Document.GetElementById(target[1..]));
    }

    [Fact]
    public async Task WhatIsWrong_IsSaid_AndStandsThereAgain()
    {
        Question sum = EveryKind.Of(QuestionKind.Sum), number = EveryKind.Of(QuestionKind.Number);
        Wave wave = await WaveData.AddAsync(app, Content(sum, number));
        Page wrong = await (await app.Anonymous("en").Get($"/answer/{wave.Slug}"))
            .Submit(new() { ["q-q_sum.web"] = "7", ["q-q_sum.desk"] = "2", ["q-q_number"] = "2000,5" });
        Assert.Equal(422, wrong.Status);
        Assert.Contains("Your numbers do not make 10 together. Change one of them.", wrong.One("#q-q_sum-error").TextContent);
        Assert.Contains("This is too large: the largest that can be right is 1,000.", wrong.One("#q-q_number-error").TextContent);
        Assert.Equal(["7", "2", "", "2000.5"], new[] { "q-q_sum.web", "q-q_sum.desk", "q-q_sum.other", "q-q_number" }
            .Select(id => wrong.Document.GetElementById(id)!.GetAttribute("value")));
        Page unread = await wrong.Submit(new() { ["q-q_number"] = "a lot", ["q-q_sum.desk"] = "many" });
        Assert.Equal(422, unread.Status);
        Assert.Equal(["a lot", "many"],
            new[] { "q-q_number", "q-q_sum.desk" }.Select(id => unread.Document.GetElementById(id)!.GetAttribute("value")));
        Assert.Equal("Thank you", (await unread.Submit(new() { ["q-q_number"] = "12,5", ["q-q_sum.desk"] = "3" })).Title);
    }

    [Theory, InlineData("en", "December"), InlineData("fr", "Du 1er janvier 2026 au 31 décembre 2026.")]
    public async Task BoundsOfDays_AreWrittenOut(string language, string words)
    {
        Wave wave = await WaveData.AddAsync(app, Content(EveryKind.Of(QuestionKind.Date)));
        Page page = await app.Anonymous(language).Get($"/answer/{wave.Slug}");
        Assert.Contains(words, page.One("#q-q_date-hint").TextContent.Trim().Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task ATextBesideAnOption_IsMasked_AndShownBeforeItIsKept()
    {
        Wave wave = await WaveData.AddAsync(app, Content(EveryKind.Of(QuestionKind.Choice)));
        Page check = await (await app.Anonymous("en").Get($"/answer/{wave.Slug}"))
            .Submit(new() { ["q-q_choice"] = "other", ["q-q_choice.other"] = "Jane, jane@example.org" });
        Assert.Equal("We hid personal details", check.Title);
        Assert.Equal("Jane, [e-mail address]", check.One("blockquote").TextContent.Trim());
        Assert.Equal("Thank you", (await check.Submit()).Title);
        string json = (await app.Db(db => db.Responses.AsNoTracking().SingleAsync(r => r.WaveId == wave.Id))).AnswersJson;
        Assert.DoesNotContain("jane@", json);
    }

    [Fact]
    public async Task AnAddress_CarriesNothingThatIsNotListed()
    {
        Wave wave = await WaveData.AddAsync(app, Content(EveryKind.Of(QuestionKind.Hidden)));
        Page form = await app.Anonymous("en").Get($"/answer/{wave.Slug}?q_hidden=jane.doe&other=x");
        Assert.DoesNotContain("jane", form.Url);
        Assert.Equal("Answer at least one question before you send.", (await form.Submit()).One(".errors li").TextContent.Trim());
        await form.Submit(new() { ["q-overall"] = "4" });
        string json = (await app.Db(db => db.Responses.AsNoTracking().SingleAsync(r => r.WaveId == wave.Id))).AnswersJson;
        Assert.DoesNotContain("hidden", json);
    }

    [Fact]
    public async Task AGrid_IsSingleQuestions_WithAHeadForWidePages()
    {
        Question[] rows =
        [
            .. new[] { "a", "b" }.Select(code => EveryKind.Of(QuestionKind.Rating) with
            {
                Code = code, Grid = "staff", NoValues = [], Display = QuestionDisplay.Default,
            }),
            EveryKind.Of(QuestionKind.Recommend) with { Grid = "staff" },
        ];
        QuestionnaireContent content = Content(rows);
        content = content with
        {
            Sections = [content.Sections[0] with { Grids =
                [new("staff", new("Our staff", "Notre personnel", "Ons personeel", "Unser Personal"))] }],
        };
        Page page = await app.Anonymous("en").Get($"/answer/{(await WaveData.AddAsync(app, content)).Slug}");
        Assert.Equal(2, page.Document.QuerySelectorAll(".grid fieldset").Length);
        Assert.Equal("Our staff", page.One(".grid-title").TextContent.Trim());
        Assert.Equal(10, page.Document.QuerySelectorAll(".grid input").Length);
        Assert.Equal("true", page.One(".grid-head").GetAttribute("aria-hidden"));
    }

    private static QuestionnaireContent Content(params Question[] questions) => new()
    {
        Title = new("Ask", "Demander", "Vragen", "Fragen"),
        Languages = ["en", "fr", "nl", "de"],
        Sections =
        [
            new()
            {
                Code = "all", Title = new("All", "Tout", "Alles", "Alles"),
                Questions =
                [
                    new()
                    {
                        Code = "overall", Kind = QuestionKind.Rating, Role = ItemRole.Overall, Core = true,
                        Text = new("Overall?", "Dans l’ensemble ?", "Over het geheel?", "Insgesamt?"),
                    },
                    .. questions,
                ],
            },
        ],
    };

    private static string Json(Question question, Answer answer) => new Answers().Set(question.Code, answer).ToJson();
}
