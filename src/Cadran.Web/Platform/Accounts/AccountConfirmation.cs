using Cadran.People;
using Microsoft.AspNetCore.Identity;

namespace Cadran.Web.Platform;

/// <summary>Identity lets nobody in, by password, code or passkey, whose account this does not confirm.</summary>
internal sealed class AccountConfirmation : IUserConfirmation<User>
{
    public Task<bool> IsConfirmedAsync(UserManager<User> manager, User user) => Task.FromResult(user.DisabledAtUtc is null);
}
