using System.Security.Claims;
using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Cadran.Web.Platform;

/// <summary>Every way in and out of an account is an event of the audit trail: told where the session begins and ends.</summary>
internal static class SignInEvents
{
    public static Task SignedInAsync(CookieSignedInContext context) =>
        RecordAsync(context.HttpContext, context.Principal, "account.signed-in");

    public static Task SigningOutAsync(CookieSigningOutContext context) =>
        RecordAsync(context.HttpContext, context.HttpContext.User, "account.signed-out");

    private static async Task RecordAsync(HttpContext http, ClaimsPrincipal? who, string happened)
    {
        if (!Guid.TryParse(who?.FindFirstValue(ClaimTypes.NameIdentifier), out Guid id)) return;
        // A context of its own: what the page is about to save is the page's to tell.
        await using AsyncServiceScope scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        db.Actor = new Actor(id, who.FindFirstValue(AccessRegistration.DisplayNameClaim) ?? who.Identity?.Name ?? "");
        await db.Because(happened).TellReadAsync(nameof(User), id, new Dictionary<string, string>(), CancellationToken.None);
    }
}
