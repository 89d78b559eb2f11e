using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Cadran.Web.Platform;

/// <summary>Accounts: Identity for passwords, second steps and passkeys; sessions and limits of our own.</summary>
internal static class AccountRegistration
{
    public static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    // The page of this installation, as the browser has it open; encrypted, or on the computer itself as while somebody tries it out.
    private static bool IsOurs(PasskeyOriginValidationContext where) =>
        !where.CrossOrigin && Uri.TryCreate(where.Origin, UriKind.Absolute, out Uri? origin)
        && (origin.Scheme == Uri.UriSchemeHttps || (origin.Scheme == Uri.UriSchemeHttp && origin.IsLoopback))
        && string.Equals(origin.Host, where.HttpContext.Request.Host.Host, StringComparison.OrdinalIgnoreCase);

    public static IServiceCollection AddAccounts(this IServiceCollection services, CadranSettings settings)
    {
        services.AddSingleton<UserSessions>().AddSingleton<KnownBrowsers>().AddSingleton<SignInLimits>();
        services.AddScoped<KeptForms>().AddScoped<SessionCookies>().AddScoped<PasswordCheck>().AddScoped<OneTimeLinks>();
        services.AddScoped(p => new AccountGate(
            p.GetRequiredService<SignInLimits>(), p.GetRequiredService<PasswordCheck>(), p.GetRequiredService<MailQueue>()));
        services.AddScoped<IUserConfirmation<User>, AccountConfirmation>();
        services.AddSingleton<MailQueue>().AddHostedService(p => p.GetRequiredService<MailQueue>());
        services.AddSingleton<Mailer>();
        services.Configure<DataProtectionTokenProviderOptions>(token => token.TokenLifespan = OneTimeLinks.Lifespan);
        services.Configure<IdentityPasskeyOptions>(passkey =>
        {
            passkey.ServerDomain = Uri.TryCreate(settings.PublicAddress, UriKind.Absolute, out Uri? address) ? address.Host : null;
            passkey.UserVerificationRequirement = "required";
            passkey.ResidentKeyRequirement = "required";
            passkey.ValidateOrigin = where => ValueTask.FromResult(IsOurs(where));
        });
        services.AddIdentityCore<User>(identity =>
            {
                identity.Password.RequiredLength = 12;
                identity.Password.RequireNonAlphanumeric = identity.Password.RequireDigit = false;
                identity.Password.RequireUppercase = identity.Password.RequireLowercase = false;
                // A lock would be a weapon: whoever knows an address could keep its owner out. SignInLimits slow down who tries.
                identity.Lockout.AllowedForNewUsers = false;
                identity.User.RequireUniqueEmail = true;
                // The name is the e-mail address, and o'brien@example.org is one.
                identity.User.AllowedUserNameCharacters = "";
                identity.SignIn.RequireConfirmedAccount = true;
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddEntityFrameworkStores<CadranDb>().AddUserStore<AccountStore>().AddPasswordValidator<CommonPasswords>()
            .AddSignInManager().AddDefaultTokenProviders();
        var identified = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        identified.AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.LoginPath = Routes.Account.SignIn;
            cookie.Cookie.Name = "cadran";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = SessionLength;
            cookie.EventsType = typeof(SessionCookies);
        }));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }
}
