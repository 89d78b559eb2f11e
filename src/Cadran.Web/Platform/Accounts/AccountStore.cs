using System.Security.Cryptography;
using System.Text;
using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Cadran.Web.Platform;

/// <summary>
/// Identity's store, with the secrets of the second step unreadable in the database and in its dumps: the key of the application is
/// encrypted, recovery codes are kept as digests.
/// </summary>
internal sealed class AccountStore(CadranDb db, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<User, CadranDb, Guid>(db, describer)
{
    private readonly IDataProtector protector = protection.CreateProtector("Cadran.SecondStep");

    public override Task SetAuthenticatorKeyAsync(User user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(User user, CancellationToken cancellationToken)
    {
        try
        {
            return await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } kept ? protector.Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            // The keys were not restored with the database. Without a key Identity would not ask for the second step at all: with one that
            // nobody has, recovery codes still open the account, and an administrator can take the step away.
            return RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 32);
        }
    }

    public override Task ReplaceCodesAsync(User user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(Digest), cancellationToken);

    // Identity keeps those that are left through ReplaceCodesAsync, which would make digests of digests.
    public override async Task<bool> RedeemCodeAsync(User user, string code, CancellationToken cancellationToken)
    {
        const string Provider = "[AspNetUserStore]", Name = "RecoveryCodes";
        string[] kept = (await GetTokenAsync(user, Provider, Name, cancellationToken) ?? "").Split(';');
        string digest = Digest(code);
        if (!kept.Contains(digest)) return false;
        await SetTokenAsync(user, Provider, Name, string.Join(';', kept.Where(k => k != digest)), cancellationToken);
        return true;
    }

    // Saved with the account, in one event that bears its name.
    public override Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        LaterAsync(() => base.AddOrUpdatePasskeyAsync(user, passkey, cancellationToken));

    public override Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        LaterAsync(() => base.RemovePasskeyAsync(user, credentialId, cancellationToken));

    private async Task LaterAsync(Func<Task> change)
    {
        AutoSaveChanges = false;
        try { await change(); }
        finally { AutoSaveChanges = true; }
    }

    private static string Digest(string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant())));
}
