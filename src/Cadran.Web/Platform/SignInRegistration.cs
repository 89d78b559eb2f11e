using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Cadran.Web.Platform;

/// <summary>How people sign in: what a password must be, when an account is locked, and how long a session lasts.</summary>
internal static class SignInRegistration
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddIdentityCore<User>(identity =>
            {
                identity.Password.RequiredLength = 12;
                identity.Password.RequireNonAlphanumeric = identity.Password.RequireDigit = false;
                identity.Password.RequireUppercase = identity.Password.RequireLowercase = false;
                identity.Lockout.MaxFailedAccessAttempts = 8;
                identity.User.RequireUniqueEmail = true;
                // The name is the e-mail address, and o'brien@example.org is one.
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<CadranDb>().AddSignInManager().AddDefaultTokenProviders();
        AuthenticationBuilder authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.LoginPath = Routes.Account.SignIn;
            cookie.Cookie.Name = "cadran";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.Events.OnSignedIn = SignInEvents.SignedInAsync;
            cookie.Events.OnSigningOut = SignInEvents.SigningOutAsync;
            cookie.Events.OnRedirectToAccessDenied = context => { context.Response.StatusCode = 403; return Task.CompletedTask; };
        }));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }
}
