using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Tables;

/// <summary>One page of a list: the rows to show, and how many there are.</summary>
/// <param name="Number">From 1.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, int Number, int Total)
{
    public const int Size = 50;

    public static ListPage<T> Empty { get; } = new([], 1, 0);

    public ListPage<TOther> Select<TOther>(Func<T, TOther> row) => new([.. Rows.Select(row)], Number, Total);

    /// <param name="number">What was asked for; a page that is not there becomes the nearest.</param>
    public static async Task<ListPage<T>> LoadAsync(IQueryable<T> rows, int number, CancellationToken ct)
    {
        int total = await rows.CountAsync(ct);
        number = Nearest(number, total);
        return new(total == 0 ? [] : await rows.Skip((number - 1) * Size).Take(Size).ToListAsync(ct), number, total);
    }

    public static int Nearest(int number, int total) => Math.Clamp(number, 1, Math.Max(1, (total + Size - 1) / Size));
}
