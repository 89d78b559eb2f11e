using System.Net;
using Cadran.Web.Platform;

namespace Cadran.Web.Files;

/// <summary>A view as one HTML file that needs nothing else: no script, no server, its links taken out.</summary>
public sealed class StandaloneHtml(RazorText razor, IWebHostEnvironment environment)
{
    public async Task<string> OfAsync<TModel>(string view, TModel model, string title, string language)
    {
        string body = await razor.RenderAsync(view, model, whole: false);
        string css = await File.ReadAllTextAsync(Path.Combine(environment.WebRootPath, "assets", "site.css"));
        return $"""
            <!DOCTYPE html>
            <html lang="{language}" data-color-scheme="light"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width"><title>{WebUtility.HtmlEncode(title)} · Cadran</title>
            <style>{css}</style></head><body><main>{body}</main></body></html>

            """;
    }
}
