using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Cadran.Web.Platform;

/// <summary>The cookie of somebody signed in: it names a session, and is worth as much as the session is at this moment.</summary>
internal sealed class SessionCookies(UserSessions sessions, KnownBrowsers browsers, KeptForms kept, IOptions<IdentityOptions> identity)
    : CookieAuthenticationEvents
{
    public const string SessionClaim = "cadran:session";
    private const string GoesOn = "cadran:session-goes-on";

    public override async Task SigningIn(CookieSigningInContext context)
    {
        ClaimsIdentity person = context.Principal!.Identities.First();
        Guid userId = Guid.Parse(person.FindFirst(ClaimTypes.NameIdentifier)!.Value);
        // Signed in anew after a change of one's own: the same session goes on.
        ClaimsPrincipal before = context.HttpContext.User;
        Guid? same = before.FindFirstValue(ClaimTypes.NameIdentifier) == userId.ToString() ? Session(before) : null;
        if (same is not null) context.HttpContext.Items[GoesOn] = true;
        Guid session = same ?? await sessions.StartAsync(userId, Device(context.Request), context.HttpContext.RequestAborted);
        person.AddClaim(new Claim(SessionClaim, session.ToString()));
        browsers.Remember(context.HttpContext, userId);
    }

    public override Task SignedIn(CookieSignedInContext context) =>
        context.HttpContext.Items.ContainsKey(GoesOn) ? Task.CompletedTask : SignInEvents.SignedInAsync(context);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        ClaimsPrincipal? person = context.Principal;
        if (person is not null && Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out Guid userId)
            && Session(person) is { } session
            && await sessions.HoldsAsync(session, userId,
                person.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) ?? "", context.HttpContext.RequestAborted))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        ClaimsPrincipal person = context.HttpContext.User;
        if (Session(person) is { } session && Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out Guid userId))
            await sessions.EndAsync(userId, session, context.HttpContext.RequestAborted);
        await SignInEvents.SigningOutAsync(context);
    }

    /// <summary>To the page to sign in, which says why it comes; a form that was sent waits until then.</summary>
    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        HttpContext http = context.HttpContext;
        if (http.Request.Headers.XRequestedWith == "XMLHttpRequest")
        {
            await base.RedirectToLogin(context);
            return;
        }
        ClaimsPrincipal? before = Ended(context);
        bool sent = HttpMethods.IsPost(http.Request.Method);
        bool isKept = sent && await kept.KeepAsync(http,
            Guid.TryParse(before?.FindFirstValue(ClaimTypes.NameIdentifier), out Guid userId) ? userId : null);
        string back = sent ? KeptForms.Address(http.Request) : http.Request.Path + http.Request.QueryString;
        SignInReason? why = isKept ? SignInReason.Kept : sent ? SignInReason.NotSent : before is not null ? SignInReason.Ended : null;
        string address = QueryHelpers.AddQueryString(Routes.Account.SignIn, "ReturnUrl", back);
        context.Response.Redirect(why is null ? address : QueryHelpers.AddQueryString(address, "why", why.Value.ToString()));
    }

    // Whose session the cookie names, although it is good for nothing any more; null without one of ours.
    private static ClaimsPrincipal? Ended(RedirectContext<CookieAuthenticationOptions> context) =>
        context.Options.CookieManager.GetRequestCookie(context.HttpContext, context.Options.Cookie.Name!) is { Length: > 0 } cookie
            ? context.Options.TicketDataFormat.Unprotect(cookie)?.Principal : null;

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>The session of whoever asks; null for somebody who is not signed in.</summary>
    public static Guid? Session(ClaimsPrincipal person) => Guid.TryParse(person.FindFirstValue(SessionClaim), out Guid id) ? id : null;

    // The few names that a person would use of his own browser. What else it says of itself is not kept.
    private static string Device(HttpRequest request)
    {
        string agent = request.Headers.UserAgent.ToString();
        string? First(params (string Mark, string Name)[] known) =>
            known.Where(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
        string? browser = First(("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"));
        string? system = First(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
            ("Linux", "Linux"));
        return string.Join(", ", new[] { browser, system }.OfType<string>());
    }
}
