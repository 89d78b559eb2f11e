using Cadran.People;
using Microsoft.AspNetCore.Identity;

namespace Cadran.Web.Platform;

/// <summary>Links by which somebody chooses a password: they work once, for a day, and no longer than the account's stamp.</summary>
public sealed class OneTimeLinks(UserManager<User> users, CadranSettings settings)
{
    public static readonly TimeSpan Lifespan = TimeSpan.FromDays(1);

    /// <summary>The path of a link for that person.</summary>
    public async Task<string> PathAsync(User user) =>
        Routes.Account.Password(user.Id, await users.GeneratePasswordResetTokenAsync(user));

    /// <summary>The whole address: the public one of the installation, or else the one that the administrator has open.</summary>
    public async Task<string> AddressAsync(User user, HttpRequest request) =>
        settings.Address(request) + await PathAsync(user);
}
