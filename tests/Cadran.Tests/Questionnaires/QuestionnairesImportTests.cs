using System.Text;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Questionnaires;

/// <summary>A questionnaire of another tool becomes a draft: what comes over is said first.</summary>
public sealed class QuestionnairesImportTests(TestApp app)
{
    private const string Path = "/questionnaires/import";

    private const string Form = """
        {"title":{"default":"Your visit","fr":"Votre visite"},"pages":[{"name":"p","elements":[
          {"type":"boolean","name":"Came","title":{"default":"Did you come?","fr":"Êtes-vous venu ?"}},
          {"type":"rating","name":"Good","title":{"default":"How was it?","fr":"Comment était-ce ?"},"visibleIf":"{Came} = true"},
          {"type":"expression","name":"Sum","expression":"{Good} * 2"},
          {"type":"comment","name":"Why","title":{"default":"<b>Why?</b>","fr":"<b>Pourquoi ?</b>"},"visibleIf":"age({Came}) > 3"}]}]}
        """;

    [Fact]
    public async Task File_IsReported_ThenBecomesADraft()
    {
        Browser analyst = await app.As(Role.Analyst);
        Page report = await LookAsync(analyst, Form);
        Assert.Equal(200, report.Status);
        Assert.Contains("Your visit", report.One("[name='Input.Name']").GetAttribute("value"));
        Assert.Contains("It computes a value from answers and asks nothing: compute it from the results.", report.Text);
        Assert.Contains("Its rule could not be said here and stands as a note on the question: age({Came}) > 3", report.Text);
        Assert.Contains("Its rule came over: {Came} = true", report.Text);
        Assert.Equal(0, await app.Db(db => db.Questionnaires.CountAsync(q => q.Name == "Your visit")));

        Guid service = (await app.ServiceAsync()).Id;
        Page refused = await report.Submit(new() { ["Input.Name"] = "", ["Input.ServiceId"] = service.ToString() });
        Assert.Equal(422, refused.Status);
        Assert.Contains("Give the questionnaire a name.", refused.Text);
        Page draft = await refused.Submit(new() { ["Input.Name"] = "Visit, from SurveyJS", ["Input.ServiceId"] = service.ToString() });
        Assert.Matches("/questionnaires/drafts/", draft.Url);
        Assert.Contains("3 questions came over. Read them, then publish.", draft.Text);
        Questionnaire made = await app.Db(db => db.Questionnaires.FirstAsync(q => q.Name == "Visit, from SurveyJS"));
        Assert.Equal(["came", "good", "why"], made.Draft.Questions.Select(q => q.Code));
        Assert.Equal("Pourquoi ?", made.Draft.Find("why")!.Text.Fr);
        Assert.Equal(new Condition.Chose("came", "yes"), made.Draft.Find("good")!.ShownWhen);
        await app.Services.TraceAsync("questionnaire.import", made.Id, "Analyst tester", null, "Visit, from SurveyJS");

        // The file went with the draft.
        Page gone = await refused.Submit(new() { ["Input.Name"] = "Twice", ["Input.ServiceId"] = service.ToString() });
        Assert.Equal(422, gone.Status);
        Assert.Contains("The file is no longer kept. Choose it again.", gone.Text);
    }

    [Fact]
    public async Task WhatIsNoQuestionnaire_IsRefusedAtTheFile_InFrenchToo()
    {
        Browser analyst = await app.As(Role.Analyst);
        Page nothing = await LookAsync(analyst, "");
        Assert.Equal(422, nothing.Status);
        Assert.Contains("Choose a file.", nothing.Text);
        Page refused = await LookAsync(analyst, "a,b\n1,2\n");
        Assert.Equal(422, refused.Status);
        Assert.Contains("The file is no questionnaire of a tool that is read here: LimeSurvey (.lss, .lsa), XLSForm (.xlsx, .xls), "
            + "SurveyJS (.json), Qualtrics (.qsf) or Cadran (.json).", refused.Text);
        Assert.Contains("Le fichier n’est pas un questionnaire d’un outil lu ici",
            (await LookAsync(await app.As(Role.Analyst, "fr"), "a,b\n1,2\n")).Text);
    }

    [Fact]
    public async Task AnswersOfAnArchive_AreSavedAsCsv()
    {
        byte[] archive = await System.IO.File.ReadAllBytesAsync(TestData.File("forms/limesurvey/colors.lsa"));
        Browser analyst = await app.As(Role.Analyst);
        Page report = await ImportSteps.Send(analyst, await analyst.Get(Path), Path + "?handler=Look", archive, "colors.lsa", "upload");
        Assert.Contains("Save the answers of 2 people as CSV", report.Text);
        Assert.Equal("/questionnaires/import?handler=Answers", report.One("button[formaction]").GetAttribute("formaction"));
        Page csv = await analyst.Post("/questionnaires/import?handler=Answers",
            Page.Fields((AngleSharp.Html.Dom.IHtmlFormElement)report.One("main form[method=post]")));
        Assert.Contains("received_on", csv.Html);
    }

    private static async Task<Page> LookAsync(Browser browser, string content) => await ImportSteps.Send(
        browser, await browser.Get(Path), Path + "?handler=Look", Encoding.UTF8.GetBytes(content), "visit.json", "upload");
}
