using Cadran.Collection;
using Cadran.Web.Platform;

namespace Cadran.Web.Respondent;

/// <summary>
/// Sends respondent pages. One that holds somebody's answers is never stored by browsers or proxies, so that nobody finds them on a
/// shared computer; a questionnaire page without any may be gone back to with what was typed since, which not storing would lose.
/// </summary>
public sealed class AnswerReply(AnswerPages pages)
{
    public async Task PageAsync(HttpContext http, string view, AnswerView model, ITemplateValues? values = null, int status = 200)
    {
        AnswerTemplate template = await pages.GetAsync(view, model);
        HttpResponse response = http.Response;
        Headers(response);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        if (values is null && model.SectionNumber > 0) response.Headers.CacheControl = "private, no-cache";
        ReadOnlyMemory<byte> body;
        if (values is not null) body = template.Fill(values);
        else
        {
            // The page nobody has answered yet is the same for everybody: it was compressed when it was made.
            response.Headers.Vary = "Accept-Encoding";
            string accepted = http.Request.Headers.AcceptEncoding.ToString();
            (body, string? encoding) = accepted.Contains("br", StringComparison.Ordinal) ? (template.BlankBrotli, "br")
                : accepted.Contains("gzip", StringComparison.Ordinal) ? (template.BlankGzip, "gzip") : (template.Blank, null);
            if (encoding is not null) response.Headers.ContentEncoding = encoding;
        }
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>Nothing is at this address: the page offers itself in every language.</summary>
    public Task UnknownAsync(HttpContext http)
    {
        string?[] named = [http.Request.Query["language"].ToString(), http.Request.RouteValues["language"] as string];
        string? asked = named.FirstOrDefault(l => l is not null && Localization.Respondents.ContainsKey(l));
        var unknown = new AnswerView(asked ?? PreferredLanguage(http), null, Notice: Notice.Unknown);
        return PageAsync(http, "Notice", unknown, status: StatusCodes.Status404NotFound);
    }

    public Task NoticeAsync(HttpContext http, string language, AnswerWave? wave, Notice notice, int status = 200) =>
        PageAsync(http, "Notice", new AnswerView(language, wave, Notice: notice), status: status);

    /// <summary>Something went wrong at that address: said in the language it names.</summary>
    public Task ProblemAsync(HttpContext http, string path, int status)
    {
        string language = path.Split('/').FirstOrDefault(Localization.Respondents.ContainsKey) ?? PreferredLanguage(http);
        Notice why = status switch
        {
            StatusCodes.Status413PayloadTooLarge => Notice.TooLarge,
            StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => Notice.Unknown,
            StatusCodes.Status503ServiceUnavailable => Notice.Busy,
            >= 400 and < 500 => Notice.Unreadable,
            _ => Notice.Failed,
        };
        return NoticeAsync(http, language, null, why, status is >= 400 and < 600 ? status : StatusCodes.Status500InternalServerError);
    }

    /// <summary>The language that an address names, or English where it names none of ours.</summary>
    public static string Known(string language) => Localization.Respondents.ContainsKey(language) ? language : "en";

    /// <summary>See other: after it, reload and back repeat nothing.</summary>
    public static Task GoTo(HttpContext http, AnswerWave wave, string language, string token, string rest)
    {
        SeeOther(http, Routes.Answer.Page(wave.Wave.Slug, language, token, rest));
        return Task.CompletedTask;
    }

    public static void SeeOther(HttpContext http, string address)
    {
        Headers(http.Response);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = address;
    }

    public static string PreferredLanguage(HttpContext http, IReadOnlyList<string>? offered = null)
    {
        offered ??= [.. Localization.Respondents.Keys];
        var wanted = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString()).Where(l => l.Length >= 2).Select(l => l[..2].ToLowerInvariant());
        return wanted.FirstOrDefault(offered.Contains) ?? offered[0];
    }

    public static void Headers(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}
