using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Insight;

/// <summary>Keeps results in the database: finds them, puts one in the place of another, and lets them fall.</summary>
internal sealed class ResultStore(IServiceScopeFactory scopes, TimeProvider time)
{
    // Doubles are written so that they are read back to the last bit; what is only derived is not stored.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IgnoreReadOnlyProperties = true,
    };

    public async Task<List<StoredResult>> FindAsync(IReadOnlyCollection<Guid> waves, string key, CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        return await db.StoredResults.AsNoTracking().Where(r => waves.Contains(r.WaveId) && r.Key == key).ToListAsync(ct);
    }

    /// <summary>Of several waves what is stored under the key that each is given with.</summary>
    public async Task<Dictionary<(Guid Wave, string Key), StoredResult>> FindAsync(
        IReadOnlyCollection<(Guid Wave, string Key)> asked, CancellationToken ct)
    {
        if (asked.Count == 0) return [];
        HashSet<(Guid, string)> wanted = [.. asked];
        Guid[] waves = [.. asked.Select(a => a.Wave).Distinct()];
        string[] keys = [.. asked.Select(a => a.Key).Distinct()];
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        var found = await db.StoredResults.AsNoTracking().Where(r => waves.Contains(r.WaveId) && keys.Contains(r.Key)).ToListAsync(ct);
        return found.Where(r => wanted.Contains((r.WaveId, r.Key))).ToDictionary(r => (r.WaveId, r.Key));
    }

    /// <summary>The stored result of a wave under that key, or null.</summary>
    public async Task<StoredResult?> FindAsync(Guid wave, string key, CancellationToken ct) =>
        (await FindAsync([wave], key, ct)).FirstOrDefault();

    /// <summary>What the scores of these waves were computed from, without the scores.</summary>
    public async Task<IReadOnlyDictionary<Guid, (string Stamp, string Fingerprint)>> ContentsAsync(
        IReadOnlyCollection<Guid> waves, CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        var found = await db.StoredResults.Where(r => waves.Contains(r.WaveId) && r.Key == ResultKeys.Scores)
            .Select(r => new { r.WaveId, r.Stamp, r.Fingerprint }).ToListAsync(ct);
        return found.ToDictionary(r => r.WaveId, r => (r.Stamp, r.Fingerprint));
    }

    /// <summary>Stores results of one wave together, in place of those with the same keys.</summary>
    /// <param name="after">Stamp of what is replaced, of the first key; null when there was nothing.</param>
    /// <returns>False when somebody else stored another result meanwhile: that one stands.</returns>
    public async Task<bool> SaveAsync(IReadOnlyList<StoredResult> made, string? after, CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        var (wave, first) = (made[0].WaveId, made[0].Key);
        string[] keys = [.. made.Select(r => r.Key)];
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var known = await db.StoredResults.Where(r => r.WaveId == wave && r.Key == first).Select(r => r.Stamp).FirstOrDefaultAsync(ct);
            if (known != after) return false;
            await db.StoredResults.Where(r => r.WaveId == wave && keys.Contains(r.Key)).ExecuteDeleteAsync(ct);
            db.StoredResults.AddRange(made);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (Exception refused) when (refused is DbUpdateException or DbException)
        {
            // Two writers at once on PostgreSQL meet at the key; on SQLite a long import may keep the file to itself.
            return false;
        }
    }

    /// <summary>
    /// Results stored under this stamp that were computed from other answers fall, and changes from this wave to others with them.
    /// </summary>
    /// <returns>Whether any fell.</returns>
    public async Task<bool> DropOthersAsync(Guid wave, string stamp, string fingerprint, CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        var both = stamp + "+";
        var fell = await db.StoredResults
            .Where(r => r.WaveId == wave && (r.Stamp == stamp || r.Stamp.StartsWith(both)) && r.Fingerprint != fingerprint)
            .ExecuteDeleteAsync(ct);
        var changes = ResultKeys.Change(wave);
        if (fell > 0) await db.StoredResults.Where(r => r.Key == changes).ExecuteDeleteAsync(ct);
        return fell > 0;
    }

    /// <summary>A result ready to be stored, as of now and of the present method.</summary>
    public StoredResult Make<T>(Guid wave, string key, string stamp, string fingerprint, int answers, T value) => new()
    {
        WaveId = wave,
        Key = key,
        Method = Analysis.Method,
        Stamp = stamp,
        Fingerprint = fingerprint,
        Answers = answers,
        ComputedAtUtc = time.GetUtcNow().UtcDateTime,
        Payload = JsonSerializer.Serialize(value, Json),
    };

    /// <summary>The value of a stored result; null when another version of the program wrote it in another form.</summary>
    public static T? Read<T>(StoredResult? stored) where T : class
    {
        if (stored is null) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(stored.Payload, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
