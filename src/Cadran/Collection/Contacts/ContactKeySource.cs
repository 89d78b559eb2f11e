using System.Security.Cryptography;
using Cadran.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Collection;

/// <summary>The digests of this installation: their secret is read once, and made by whoever asks first.</summary>
/// <remarks>Ask before a transaction begins: the first time it writes on a connection of its own.</remarks>
public sealed class ContactKeySource(IServiceScopeFactory scopes, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Cadran.Contacts");
    private ContactKeys? keys;

    public ValueTask<ContactKeys> GetAsync(CancellationToken ct) =>
        keys is { } known ? ValueTask.FromResult(known) : new(ReadAsync(ct));

    private async Task<ContactKeys> ReadAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } secret)
        {
            try
            {
                using IServiceScope scope = scopes.CreateScope();
                var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
                db.ContactSecrets.Add(new() { Sealed = protector.Protect(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))) });
                await db.SaveChangesAsync(ct);
            }
            catch (RuleViolationException twice) when (twice.Code == Refusals.Sent) { } // another process was first: its secret counts
            secret = await FindAsync(ct) ?? throw new InvalidOperationException("The secret of contacts was not kept.");
        }
        return keys = new(Convert.FromHexString(protector.Unprotect(secret)));
    }

    private async Task<string?> FindAsync(CancellationToken ct)
    {
        using IServiceScope scope = scopes.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<CadranDb>().ContactSecrets.AsNoTracking().Select(s => s.Sealed)
            .FirstOrDefaultAsync(ct);
    }
}
