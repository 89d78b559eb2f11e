using Cadran.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;

namespace Cadran.Web.Platform;

internal static class AccountEndpoints
{
    public static void MapAccount(this WebApplication app)
    {
        // A cookie with a preference and nothing else: safe as a link, so that it works without script.
        app.MapGet(Routes.Account.LanguagePattern, (string to, string? back, HttpContext context) =>
        {
            if (Localization.Cultures.TryGetValue(to, out var culture))
                context.Response.Cookies.Append(Localization.LanguageCookie,
                    CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                    new CookieOptions
                    {
                        MaxAge = TimeSpan.FromDays(365),
                        HttpOnly = true,
                        SameSite = SameSiteMode.Lax,
                        IsEssential = true,
                    });
            return Results.LocalRedirect(LocalPath(back));
        }).AllowAnonymous();

        app.MapPost(Routes.Account.SignOut,
            async (SignInManager<User> signIn, Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery, HttpContext context) =>
        {
            await antiforgery.ValidateRequestAsync(context);
            await signIn.SignOutAsync();
            return Results.LocalRedirect(Routes.Account.SignIn);
        });
    }

    /// <summary>A path on this site, whatever was asked: never a redirect to somewhere else.</summary>
    public static string LocalPath(string? path) =>
        path is { Length: > 0 } && path[0] == '/' && (path.Length == 1 || (path[1] != '/' && path[1] != '\\')) ? path : Routes.Home;
}
