using System.Security.Claims;
using Cadran.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Cadran.Web.Platform;

internal static class AccessRegistration
{
    public const string DisplayNameClaim = "cadran:name";

    public static void AddCadranAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<IUserClaimsPrincipalFactory<User>, ClaimsFactory>();
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Access>()
            ?? throw new MissingException("The page"));
    }

    private sealed class ClaimsFactory(UserManager<User> users, IOptions<IdentityOptions> options)
        : UserClaimsPrincipalFactory<User>(users, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
        {
            ClaimsIdentity identity = await base.GenerateClaimsAsync(user);
            identity.AddClaim(new Claim(DisplayNameClaim, user.DisplayName));
            return identity;
        }
    }
}
