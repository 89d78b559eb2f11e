using System.Globalization;
using Cadran.Collection;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Respondent;

/// <summary>
/// Lets anybody check a receipt and, once the wave has closed, find it in the list of those that were counted.
/// </summary>
internal sealed class ReceiptFlow(
    AnswerWaves waves, AnswerReply reply, AnswerKeySource keys, PublishedCounts counts, IStringLocalizer<Text> text)
{
    public async Task ShowAsync(HttpContext http, string slug, string language)
    {
        if (await FindAsync(http, slug, language) is not { } wave) return;
        await reply.PageAsync(http, "Receipt", new AnswerView(language, wave), await CheckedAsync(http, wave, language, "", null));
    }

    public async Task CheckAsync(HttpContext http, string slug, string language)
    {
        if (await FindAsync(http, slug, language) is not { } wave) return;
        string typed = await AnswerPost.ReadAsync(http) is { } form ? form["receipt"].FirstOrDefault() ?? "" : "";
        bool real = (await keys.GetAsync(http.RequestAborted)).IsReceipt(wave.Id, typed);
        ReceiptCheck check = await CheckedAsync(http, wave, language, typed, real);
        await reply.PageAsync(http, "Receipt", new AnswerView(language, wave), check, real ? 200 : 422);
    }

    /// <summary>The list as a text, for whoever wants to count it or to work its root out.</summary>
    public async Task ListAsync(HttpContext http, string slug, string language)
    {
        if (await FindAsync(http, slug, language) is not { } wave) return;
        if (await counts.FindAsync(wave.Id, http.RequestAborted) is not { } count) { await reply.UnknownAsync(http); return; }
        AnswerReply.Headers(http.Response);
        http.Response.ContentType = "text/plain; charset=utf-8";
        string head = string.Create(CultureInfo.InvariantCulture, $"""
            # Cadran published receipts 1
            # survey: {wave.Wave.Slug}, edition {count.Edition} of {count.PublishedAtUtc:yyyy-MM-ddTHH:mm:ssZ}
            # receipts: {count.Receipts}, answers sent online: {count.Online}
            # root: {count.Root} (hash tree of RFC 6962 over the lines below)
            # a line: SHA-256 of "{wave.Wave.Slug}", a space and a receipt in capitals without hyphens

            """).ReplaceLineEndings("\n");
        await http.Response.WriteAsync(head, http.RequestAborted);
        await foreach (string fingerprint in counts.ListAsync(wave.Id).WithCancellation(http.RequestAborted))
            await http.Response.WriteAsync(fingerprint + "\n", http.RequestAborted);
    }

    private async Task<AnswerWave?> FindAsync(HttpContext http, string slug, string language)
    {
        if (await waves.FindAsync(slug, http.RequestAborted) is { } wave && wave.Languages.Contains(language)) return wave;
        await reply.UnknownAsync(http);
        return null;
    }

    private async Task<ReceiptCheck> CheckedAsync(HttpContext http, AnswerWave wave, string language, string typed, bool? real)
    {
        PublishedCount? count = await counts.FindAsync(wave.Id, http.RequestAborted);
        bool listed = count is not null && real == true && await counts.ListsAsync(wave.Wave, typed, http.RequestAborted);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localization.Respondents[language];
        return new ReceiptCheck(typed, real, listed, count, count is null ? "" : text.Told(count.Channels));
    }
}
