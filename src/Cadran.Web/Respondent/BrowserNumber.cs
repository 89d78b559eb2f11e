using System.Security.Cryptography;
using Cadran.Collection;

namespace Cadran.Web.Respondent;

/// <summary>
/// The one cookie of respondent pages: a random number of this browser for this wave. With the number in the address it makes the key of
/// the answers, so that an address that somebody else has seen, kept or handed out leads to nothing of this person's. Browsers without
/// cookies answer as well; then the address alone makes the key.
/// </summary>
internal static class BrowserNumber
{
    private const string Cookie = "cadran-answer";

    // As long as a draft can be there.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>Empty when the browser sent none of ours.</summary>
    public static string Of(HttpContext http) =>
        http.Request.Cookies.TryGetValue(Cookie, out string? number) && SubmissionKey.IsToken(number) ? number! : "";

    /// <summary>Gives the browser a number unless it has one.</summary>
    public static void Give(HttpContext http, string slug)
    {
        if (Of(http).Length > 0) return;
        http.Response.Cookies.Append(Cookie, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = Routes.Answer.Wave(slug),
            MaxAge = Kept,
            IsEssential = true,
        });
    }
}
