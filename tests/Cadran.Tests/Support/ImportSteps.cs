using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Cadran.Collection;

namespace Cadran.Tests.Support;

/// <summary>The steps of an import of answers as a person takes them: send a file, look at its columns, wait for the work.</summary>
internal static class ImportSteps
{
    public static Task<Page> Upload(Browser browser, Wave wave, string content) =>
        Upload(browser, wave, Encoding.UTF8.GetBytes(content), "answers.csv");

    public static async Task<Page> Upload(Browser browser, Wave wave, byte[] content, string name)
    {
        string path = $"/collection/waves/{wave.Id}/import";
        Page form = await browser.Get(path);
        return await Send(browser, form, path, content, name, "Upload");
    }

    public static async Task<Page> Send(Browser browser, Page form, string path, byte[] content, string name, string field,
        params (string Key, string Value)[] more)
    {
        var body = new MultipartFormDataContent { { new StringContent(Token(form).Value), Token(form).Key } };
        foreach (var (key, value) in more) body.Add(new StringContent(value), key);
        if (content.Length > 0)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentDisposition =
                new ContentDispositionHeaderValue("form-data") { Name = $"\"{field}\"", FileName = $"\"{name}\"" };
            body.Add(file);
        }
        return await browser.Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = body });
    }

    public static Task<Page> Wait(Page page) => page.JobEnd();

    public static string[] Codes(Page page) =>
        [.. page.Document.QuerySelectorAll("main table")
            .First(t => t.QuerySelector("caption")?.TextContent.StartsWith("Val", StringComparison.Ordinal) == true)
            .QuerySelectorAll("tbody tr")
            .Select(r => string.Join('|',
                r.Children.Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))))];

    public static KeyValuePair<string, string> Token(Page page) =>
        new("__RequestVerificationToken",
            ((IHtmlInputElement)page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!).Value);

    public static string Value(Page page, int column, string field) =>
        Page.Fields((IHtmlFormElement)page.Document.QuerySelector("main form[method=post]")!)
            .Single(f => f.Key == $"Input.Columns[{column}].{field}").Value;
}
