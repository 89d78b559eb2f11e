using Cadran.People;
using Microsoft.AspNetCore.Identity;

namespace Cadran.Web.Platform;

/// <summary>
/// Whether a password is that of an account. It takes as long for an address that nobody has, for an account without a password and for a
/// disabled one: how long the answer takes tells nobody which accounts exist.
/// </summary>
internal sealed class PasswordCheck(IPasswordHasher<User> hasher)
{
    private static readonly User Nobody = User.Invite("nobody@invalid", "Nobody");
    private static string? nobodysHash;

    public bool IsRight(User? user, string password)
    {
        string nobodys = nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        bool right = hasher.VerifyHashedPassword(user ?? Nobody, user?.PasswordHash ?? nobodys, password)
            != PasswordVerificationResult.Failed;
        return right && user?.PasswordHash is not null && user.DisabledAtUtc is null;
    }
}
