namespace Cadran.Web.Tables;

/// <summary>One page of a list, cut by the database.</summary>
/// <param name="Number">From 1, whatever was asked for.</param>
/// <param name="Total">Rows of all pages.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, int Number, int Total)
{
    public const int Size = 50;

    /// <summary>The one page of a list with nothing in it.</summary>
    public ListPage() : this([], 1, 0) { }

    public int Count => Rows.Count;

    public ListPage<TOther> Select<TOther>(Func<T, TOther> shown) => new([.. Rows.Select(shown)], Number, Total);
}
