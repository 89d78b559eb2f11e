using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Cadran.Web.Platform;

/// <summary>
/// Browsers in which somebody has signed in before. They have limits of their own, so that a stranger who tries passwords, even from the
/// same network, never keeps the person out.
/// </summary>
internal sealed class KnownBrowsers(IDataProtectionProvider protection)
{
    private const string Cookie = "cadran-known";
    private readonly IDataProtector protector = protection.CreateProtector("Cadran.KnownBrowsers");

    public void Remember(HttpContext http, Guid userId)
    {
        if (Number(http, userId) is not null) return;
        string number = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        http.Response.Cookies.Append(Cookie, protector.Protect($"{userId:N}{number}"), new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            Path = Routes.Account.Index,
            IsEssential = true,
        });
    }

    /// <summary>The number of this browser, where that person has signed in in it; null elsewhere.</summary>
    public string? Number(HttpContext http, Guid userId)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and < 1000 } cookie) return null;
        try
        {
            string told = protector.Unprotect(cookie);
            return told.StartsWith($"{userId:N}", StringComparison.Ordinal) ? told[32..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
