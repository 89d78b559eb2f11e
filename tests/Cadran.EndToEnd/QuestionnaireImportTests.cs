using System.Text;
using Cadran.EndToEnd.Support;
using Microsoft.Playwright;

namespace Cadran.EndToEnd;

/// <summary>A questionnaire of another tool, from its file to the draft: what is left behind is seen before anything is made.</summary>
public sealed class QuestionnaireImportTests(LiveApp app)
{
    private const string Form = """
        {"title":{"default":"Your visit","fr":"Votre visite"},"pages":[{"name":"p","elements":[
          {"type":"boolean","name":"Came","title":{"default":"Did you come to the office?","fr":"Êtes-vous venu au guichet ?"}},
          {"type":"rating","name":"Good","title":{"default":"How was it?","fr":"Comment était-ce ?"},"visibleIf":"{Came} = true"},
          {"type":"expression","name":"Sum","expression":"{Good} * 2"},
          {"type":"signaturepad","name":"Signature"},
          {"type":"comment","name":"Why","title":{"default":"<b>Why?</b>","fr":"<b>Pourquoi ?</b>"},
           "visibleIf":"age({Came}) > 3"}]}]}
        """;

    [Theory]
    [InlineData(1280, "en")]
    [InlineData(390, "fr")]
    public async Task WhatIsLeftBehind_IsSeenBeforeTheDraftIsMade(int width, string language)
    {
        IPage page = await app.OpenAsync(width, language, javaScript: width > 1000);
        await app.OpenWaveAsync();
        await page.GotoAsync("/questionnaires/import");
        await page.SetInputFilesAsync("#upload",
            new FilePayload { Name = "visit.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(Form) });
        await page.ClickAsync("form[action*=Look] .actions button");
        await page.WaitForSelectorAsync("main details");
        Assert.Equal(3, await page.Locator("main details").First.Locator("tbody tr").CountAsync());
        await page.MustBeRightAsync("questionnaire-import-report", language, width > 1000 ? Look.Everything : null);
        await page.SelectOptionAsync("[name='Input.ServiceId']", new SelectOptionValue { Index = 1 });
        await page.ClickAsync("form[action*=Keep] .actions button");
        await page.WaitForURLAsync("**/questionnaires/drafts/**");
        Assert.Equal(3, await page.Locator("ol.questions > li").CountAsync());
        await page.Context.CloseAsync();
    }
}
