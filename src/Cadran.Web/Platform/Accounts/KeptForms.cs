using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Platform;

/// <summary>
/// Keeps what was written in a form that was sent after the session had ended, and shows it in the form again after signing in. It is never
/// sent by the program: the person presses the button. What is kept is sealed with the keys of the installation and with a secret that
/// only this browser has; it is shown to nobody but whose session it was.
/// </summary>
internal sealed class KeptForms(CadranDb db, IDataProtectionProvider protection, TimeProvider time)
{
    private const string Cookie = "cadran-kept", Item = "cadran:kept-form";
    private const int MostBytes = 256 * 1024, MostOfNobody = 200;

    private static readonly string[] Secrets = ["password", "credential", "token"];

    /// <summary>The page of a form, without which of its forms was sent.</summary>
    public static string Address(HttpRequest request) => IsOfAccount(request) ? Routes.Home
        : request.Path + QueryString.Create(request.Query.Where(q => q.Key != "handler")
            .SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value)));

    /// <summary>What the page of this request shows again; null for nothing.</summary>
    public static SentFields? Of(HttpContext http) => http.Items[Item] as SentFields;

    /// <summary>Keeps the form that was sent.</summary>
    /// <param name="userId">Whose session has ended; null where nobody can say.</param>
    /// <returns>False where there was nothing to keep, or too much.</returns>
    public async Task<bool> KeepAsync(HttpContext http, Guid? userId)
    {
        HttpRequest request = http.Request;
        if (!request.HasFormContentType || request.ContentLength is not (> 0 and <= 4 * MostBytes) || !IsOwn(request)
            || IsOfAccount(request)) return false;
        IFormCollection form = await request.ReadFormAsync(http.RequestAborted);
        var fields = form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && f.Key != SentForm.Field && !IsSecret(f.Key))
            .ToDictionary(f => f.Key, f => f.Value.OfType<string>().ToArray());
        string written = JsonSerializer.Serialize(new SentFields(request.Path, fields));
        if (fields.Count == 0 || written.Length > MostBytes) return false;
        DateTime now = time.GetUtcNow().UtcDateTime;
        await db.KeptForms.Where(f => f.KeptUntilUtc < now).ExecuteDeleteAsync(http.RequestAborted);
        // Whoever is nobody can send as many as he likes: there is room for some.
        if (userId is null && await db.KeptForms.CountAsync(f => f.UserId == null, http.RequestAborted) >= MostOfNobody) return false;
        string secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        db.KeptForms.Add(new()
        {
            Id = Id(secret),
            UserId = userId is { } id && await db.Users.AnyAsync(u => u.Id == id, http.RequestAborted) ? id : null,
            Sealed = Seal(secret).Protect(written),
            KeptUntilUtc = now + KeptForm.Time,
        });
        await db.SaveChangesAsync(http.RequestAborted);
        http.Response.Cookies.Append(Cookie, secret, new()
        {
            MaxAge = KeptForm.Time,
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = request.IsHttps,
            IsEssential = true,
        });
        return true;
    }

    /// <summary>What is to be shown again on the page that is asked for; null for nothing.</summary>
    public async Task<SentFields?> FindAsync(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: 64 } secret) return null;
        DateTime now = time.GetUtcNow().UtcDateTime;
        string id = Id(secret);
        KeptForm? kept = await db.KeptForms.AsNoTracking()
            .FirstOrDefaultAsync(f => f.Id == id && f.KeptUntilUtc >= now, http.RequestAborted);
        if (kept is null || (kept.UserId is { } of && http.User.FindFirstValue(ClaimTypes.NameIdentifier) != of.ToString())) return null;
        try
        {
            var sent = JsonSerializer.Deserialize<SentFields>(Seal(secret).Unprotect(kept.Sealed));
            return sent?.Path == http.Request.Path.Value ? sent : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The page of this request shows it.</summary>
    public static void Show(HttpContext http, SentFields sent) => http.Items[Item] = sent;

    /// <summary>The person has sent it.</summary>
    public async Task ForgetAsync(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: 64 } secret) return;
        string id = Id(secret);
        await db.KeptForms.Where(f => f.Id == id).ExecuteDeleteAsync(http.RequestAborted);
        http.Response.Cookies.Delete(Cookie);
    }

    // Another site could otherwise put words into somebody's form. A browser says where a form comes from, in one way or the other.
    private static bool IsOwn(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
        ? site == "same-origin"
        : request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && from.Authority == request.Host.Value);

    // What is typed there is secret.
    private static bool IsOfAccount(HttpRequest request) => request.Path.StartsWithSegments(Routes.Account.Index);

    private static bool IsSecret(string field) => Secrets.Any(s => field.Contains(s, StringComparison.OrdinalIgnoreCase));

    private static string Id(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private IDataProtector Seal(string secret) => protection.CreateProtector("Cadran.KeptForms", secret);
}
