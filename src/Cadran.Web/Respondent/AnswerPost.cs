using Microsoft.AspNetCore.Http.Features;

namespace Cadran.Web.Respondent;

/// <summary>A form sent by a respondent: small, of fields only.</summary>
internal sealed class AnswerPost(IFormCollection form)
{
    private const int MostBytes = 512 * 1024, MostFields = 4096;

    // Fewer than forms of staff may have.
    private static readonly FormOptions Small = new() { ValueCountLimit = MostFields };

    public string?[] this[string field] => [.. form[field]];
    public bool ContainsKey(string field) => form.ContainsKey(field);

    /// <summary>The texts of these items as they were typed, and of their parts, to be shown again.</summary>
    public IReadOnlyDictionary<string, string> Typed(IEnumerable<string> codes)
    {
        var typed = new Dictionary<string, string>();
        foreach (string code in codes)
            foreach (string field in form.Keys)
                if (FieldName.CodeOf(field) is { } named && (named == code || named.StartsWith(code + '.', StringComparison.Ordinal)))
                    typed[named] = form[field].ToString();
        return typed;
    }

    /// <summary>Null, and the status set, when it cannot be read.</summary>
    public static async Task<AnswerPost?> ReadAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        try
        {
            if (http.Request.HasFormContentType) return new AnswerPost(await http.Request.ReadFormAsync(Small, http.RequestAborted));
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException refused) { http.Response.StatusCode = refused.StatusCode; }
        catch (InvalidDataException) { http.Response.StatusCode = StatusCodes.Status400BadRequest; }
        return null;
    }
}
