using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>Rules put together by choosing, or written as text, and said in words.</summary>
public sealed class DraftsRulesTests(TestApp app)
{
    [Fact]
    public async Task ARule_IsChosenLineByLine_SaidInWords_AndTakenAway()
    {
        (Questionnaire questionnaire, string path) = await DraftAsync();
        Browser analyst = await app.As(Role.Analyst);
        Page form = await analyst.Get($"{path}/rules/Question/why");
        Page saved = await form.Submit(new()
        {
            ["Input.Join"] = "any",
            ["Input.Lines[0]"] = "how has \"phone\"",
            ["Input.Lines[1]"] = "grade >= ?",
            ["Input.Numbers[1]"] = "4",
        });
        Assert.Equal(200, saved.Status);
        Assert.Contains("Shown when “How did you come <b>in</b>?” is “By telephone” or “How was it?” is 4 or more", saved.Text);
        Assert.Equal("how has \"phone\" or grade >= 4", await PrintedAsync(questionnaire));
        Page again = await analyst.Get($"{path}/rules/Question/why");
        Assert.Equal("grade >= ?", again.One("#Input_Lines_1_ option[selected]").GetAttribute("value"));
        Assert.Equal("4", again.One("#Input_Numbers_1_").GetAttribute("value"));
        Page french = await (await app.As(Role.Analyst, "fr")).Get(path);
        // Page.Text has one blank for each run of blanks of whatever kind.
        Assert.Contains("Affichée si « Comment êtes-vous venu ? » est « Par téléphone » ou", french.Text);
        Assert.Equal(200, (await again.Submit(new() { ["Input.Lines[0]"] = "", ["Input.Lines[1]"] = "" })).Status);
        Assert.Null(await PrintedAsync(questionnaire));
    }

    [Fact]
    public async Task ARuleAsText_SaysWhereItIsWrong_AndIsKeptWhereListsCannotSayIt()
    {
        (Questionnaire questionnaire, string path) = await DraftAsync();
        Page form = await (await app.As(Role.Analyst)).Get($"{path}/rules/Question/why");
        Page wrong = await form.Submit(new() { ["Input.Text"] = "how has phone" }, button: "by=text");
        Assert.Equal(422, wrong.Status);
        Assert.Contains("Write the code of the option in quotation marks. The problem is at character 9.", wrong.Text);
        const string nested = "not (how has \"phone\" and grade is na)";
        Assert.Equal(200, (await wrong.Submit(new() { ["Input.Text"] = nested }, button: "by=text")).Status);
        Assert.Equal(nested, await PrintedAsync(questionnaire));
        Page again = await form.Browser.Get($"{path}/rules/Question/why");
        Assert.Contains("This rule says more than the lists below can.", again.Text);
        Assert.Equal(nested, again.One("#Input_Text").TextContent.Trim());
    }

    [Fact]
    public async Task WhatIsNotInTheLists_IsRefused()
    {
        (_, string path) = await DraftAsync();
        Page form = await (await app.As(Role.Analyst)).Get($"{path}/rules/Question/why");
        Page forged = await form.Submit(new() { ["Input.Lines[0]"] = "why has \"x\"" });
        Assert.Equal(422, forged.Status);
        Assert.Contains("Choose from the list.", forged.Text);
        Page open = await form.Submit(new() { ["Input.Lines[0]"] = "grade = ?" });
        Assert.Equal(422, open.Status);
        Assert.Contains("Write the number that it is compared with.", open.Text);
        foreach (string gone in new[] { "Question/none", "Section/none", "Option/how/none" })
            Assert.Equal(404, (await form.Browser.Get($"{path}/rules/{gone}")).Status);
        Assert.Equal(403, (await (await app.As(Role.Executive)).Get($"{path}/rules/Question/why")).Status);
    }

    [Fact]
    public async Task AnEarlyEnd_NeedsThanks_AndTheFirstQuestionHasNothingToGoBy()
    {
        (Questionnaire questionnaire, string path) = await DraftAsync();
        Browser analyst = await app.As(Role.Analyst);
        Page end = await analyst.Get($"{path}/rules/End/first");
        Page refused = await end.Submit(new() { ["Input.Lines[0]"] = "how has \"web\"" });
        Assert.Equal(422, refused.Status);
        Assert.Contains("Write what people are told.", refused.Text);
        Page saved = await refused.Submit(new() { ["Input.Words.En"] = "That is all.", ["Input.Words.Fr"] = "C’est tout." });
        Assert.Contains("The questionnaire ends after it when “How did you come <b>in</b>?” is “On the web”", saved.Text);
        Ending ending = Assert.Single((await StoredAsync(questionnaire)).Sections[0].EndWhen);
        Assert.Equal("C’est tout.", ending.Thanks.Fr);
        Assert.Contains("Nothing is asked before it", (await analyst.Get($"{path}/rules/Question/how")).Text);
        Assert.Equal(200, (await analyst.Get($"{path}/rules/Option/why/x")).Status);
    }

    private async Task<(Questionnaire, string Path)> DraftAsync()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync(_ => new()
        {
            Title = new("Rules", "Règles"),
            Sections =
            [
                new()
                {
                    Code = "first", Title = new("First", "D’abord"),
                    Questions =
                    [
                        Ask("how", "How did you come <b>in</b>?", "Comment êtes-vous venu\u202F?") with
                        {
                            Options = [new("phone", new("By telephone", "Par téléphone")), new("web", new("On the web", "Sur le Web"))],
                        },
                        new()
                        {
                            Code = "grade",
                            Kind = QuestionKind.Rating,
                            Text = new("How was it?", "C’était comment\u202F?"),
                            AllowsNotApplicable = true,
                        },
                    ],
                },
                new() { Code = "second", Title = new("Second", "Ensuite"), Questions = [Ask("why", "Why?", "Pourquoi\u202F?")] },
            ],
        });
        return (questionnaire, $"/questionnaires/drafts/{questionnaire.Id}");
    }

    private static Question Ask(string code, string en, string fr) => new()
    {
        Code = code,
        Kind = QuestionKind.Choice,
        Text = new(en, fr),
        Options = [new("x", new("X", "X")), new("y", new("Y", "Y"))],
    };

    private async Task<string?> PrintedAsync(Questionnaire questionnaire) =>
        (await StoredAsync(questionnaire)).Find("why")!.ShownWhen is { } rule ? RuleText.Print(rule) : null;

    private async Task<QuestionnaireContent> StoredAsync(Questionnaire questionnaire) =>
        (await app.Db(db => db.Questionnaires.AsNoTracking().SingleAsync(q => q.Id == questionnaire.Id))).Draft;
}
