using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Tables;

/// <summary>Cuts a list into pages where it lies.</summary>
public static class ListPages
{
    /// <summary>The page of that number, or the nearest there is.</summary>
    public static async Task<ListPage<T>> PageAsync<T>(this IQueryable<T> ordered, int number, CancellationToken ct)
    {
        int total = await ordered.CountAsync(ct);
        int page = Math.Clamp(number, 1, Math.Max(1, (total + ListPage<T>.Size - 1) / ListPage<T>.Size));
        return new(await ordered.Skip((page - 1) * ListPage<T>.Size).Take(ListPage<T>.Size).ToListAsync(ct), page, total);
    }
}
