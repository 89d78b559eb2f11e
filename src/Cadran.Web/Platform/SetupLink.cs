using System.Security.Cryptography;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Platform;

/// <summary>The one-time link that makes the first administrator. It lives in memory: a restart before set-up prints a new one.</summary>
public sealed class SetupLink(IServiceScopeFactory scopes)
{
    private readonly string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Path of the set-up page, or null when somebody has an account already.</summary>
    public async Task<string?> PathAsync(CancellationToken ct)
    {
        using IServiceScope scope = scopes.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<CadranDb>().Users.AnyAsync(ct) ? null : Routes.Setup.Index(token);
    }

    public async Task<bool> AcceptsAsync(string given, CancellationToken ct) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(given), System.Text.Encoding.UTF8.GetBytes(token))
        && await PathAsync(ct) is not null;
}
