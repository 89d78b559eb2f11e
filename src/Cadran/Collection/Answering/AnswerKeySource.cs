using System.Security.Cryptography;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Collection;

/// <summary>The keys of this installation: its secret is read once, and made by whoever asks first.</summary>
public sealed class AnswerKeySource(IServiceScopeFactory scopes)
{
    private AnswerKeys? keys;

    public ValueTask<AnswerKeys> GetAsync(CancellationToken ct) =>
        keys is { } known ? ValueTask.FromResult(known) : new(ReadAsync(ct));

    private async Task<AnswerKeys> ReadAsync(CancellationToken ct)
    {
        using IServiceScope scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        string proposed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await db.Database.ExecuteSqlAsync(
            $"""insert into "AnswerSecrets" ("Id", "Value") values (1, {proposed}) on conflict do nothing""", ct);
        string secret = await db.AnswerSecrets.AsNoTracking().Select(s => s.Value).SingleAsync(ct);
        return keys = new AnswerKeys(Convert.FromHexString(secret));
    }
}
