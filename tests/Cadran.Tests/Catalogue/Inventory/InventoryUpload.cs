using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Cadran.Tests.Support;

namespace Cadran.Tests.Catalogue;

/// <summary>Sends files of the inventory as the form does, and waits for what comes of them.</summary>
internal static class InventoryUpload
{
    public static Task<Page> SendAsync(Browser browser, Guid organisationId, params byte[][] files) =>
        SendAsync(browser, organisationId, publishedOn: "", files);

    public static async Task<Page> SendAsync(Browser browser, Guid organisationId, string publishedOn, params byte[][] files)
    {
        Page form = await browser.Get("/catalogue/inventory/import");
        using var content = new MultipartFormDataContent();
        foreach ((string key, string value) in Page.Fields((IHtmlFormElement)form.Document.QuerySelector("main form")!))
            content.Add(new StringContent(key switch
            {
                "Input.OrganisationId" => organisationId.ToString(),
                "Input.PublishedOn" => publishedOn,
                _ => value,
            }), key);
        foreach (byte[] file in files.Where(f => f.Length > 0))
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            content.Add(part, "Input.Files", "../../etc/file.csv");
        }
        return await Finished(
            await browser.Send(new HttpRequestMessage(HttpMethod.Post, "/catalogue/inventory/import") { Content = content }));
    }

    public static Task<Page> Finished(Page page) => page.JobEnd();
}
