using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Tests.Questionnaires;

/// <summary>A version as a file: what it says is what was published.</summary>
public sealed class VersionsExportTests(TestApp app)
{
    [Fact]
    public async Task EveryFormat_IsOffered_AndSaved()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync(core => core);
        Browser analyst = await app.As(Role.Analyst);
        Page published = await (await analyst.Get($"/questionnaires/drafts/{questionnaire.Id}/publish")).Submit();
        string path = $"/questionnaires/versions/{questionnaire.Id}/1/export";
        Assert.Contains(path, published.Html);
        Page page = await analyst.Get(path);
        Assert.Equal(QuestionnaireFormat.All.Count, page.Document.QuerySelectorAll("main tbody tr").Length);
        foreach (QuestionnaireFormat format in QuestionnaireFormat.All)
        {
            HttpResponseMessage file = await analyst.Raw(new(HttpMethod.Get, $"{path}?format={format.Code}"));
            Assert.True(file.IsSuccessStatusCode, format.Code);
            Assert.Equal(format.ContentType, file.Content.Headers.ContentType!.MediaType);
            Assert.EndsWith($"-1{format.Extension}", file.Content.Headers.ContentDisposition!.FileNameStar ?? "");
            byte[] bytes = await file.Content.ReadAsByteArrayAsync();
            Assert.True(bytes.Length > 1_000, format.Code);
            if (format.Code != "cadran") continue;
            ImportedQuestionnaire again = QuestionnaireFile.Read(new MemoryStream(bytes), "x.json");
            Assert.True(VersionChanges.Between(questionnaire.Draft, again.Content).None);
        }
        Assert.Equal(404, (await analyst.Get(path + "?format=doc")).Status);
    }
}
