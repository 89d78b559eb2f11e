using Microsoft.AspNetCore.WebUtilities;

namespace Cadran.Web.Tables;

public static class KeysetLinks
{
    /// <summary>The present address with its filters, at another place of the list.</summary>
    public static string KeysetLink(this HttpRequest request, string direction, string key)
    {
        var kept = request.Query.Where(pair => pair.Key is not ("after" or "before" or "handler"))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, kept.Append(KeyValuePair.Create(direction, (string?)key)));
    }
}
