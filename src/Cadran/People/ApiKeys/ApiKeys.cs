using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.People;

/// <summary>Finds out which program says a key.</summary>
public sealed class ApiKeys(CadranDb db, TimeProvider time)
{
    /// <summary>The key, when it opens anything today; null for every other, without telling why.</summary>
    public async Task<ApiKey?> FindAsync(string said, CancellationToken ct)
    {
        if (ApiKey.PrefixOf(said) is not { } prefix) return null;
        ApiKey? key = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Prefix == prefix, ct);
        DateOnly today = time.Today;
        if (key is null || !key.Fits(said) || !key.OpensOn(today)) return null;
        if (key.UsedOn != today)
            await db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.UsedOn, today), ct);
        return key;
    }
}
