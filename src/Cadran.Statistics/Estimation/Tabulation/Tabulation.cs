namespace Cadran.Statistics.Estimation;

/// <summary>Items tabulated by group under a design: the one pass over the rows from which every estimate is read.</summary>
/// <example><code>
/// var table = Tabulation.Of(design, [new Item(answers, Scale.FivePoint)], by: channel);
/// Estimate score = table[0].Overall.Score();
/// Estimate online = table[0].Group("web").Top(2);
/// </code></example>
public sealed class Tabulation
{
    private readonly ItemTabulation[] items;

    private Tabulation(Design design, Factor? by, ItemTabulation[] items)
    {
        Design = design;
        By = by;
        this.items = items;
    }

    /// <summary>The sample.</summary>
    public Design Design { get; }
    /// <summary>The grouping, if any.</summary>
    public Factor? By { get; }
    /// <summary>Items tabulated.</summary>
    public int Count => items.Length;
    /// <summary>An item, in the order given.</summary>
    public ItemTabulation this[int item] => (uint)item < (uint)items.Length ? items[item]
        : throw new ArgumentOutOfRangeException(nameof(item), item, $"{items.Length} items were tabulated.");

    /// <summary>
    /// Counts every item in one pass. Each item is summed by one thread in the order of the rows, so results are the same to the
    /// last bit on any number of cores.
    /// </summary>
    /// <param name="design">The sample.</param>
    /// <param name="items">Closed items, all of the length of the design.</param>
    /// <param name="by">Groups to report; rows in none still count in the overall figures.</param>
    /// <param name="cores">Threads to use, all cores when null.</param>
    /// <exception cref="ArgumentException">A column of another length, or an answer that is neither on the scale
    /// nor a <see cref="NoValue"/>.</exception>
    public static Tabulation Of(Design design, IReadOnlyList<Item> items, Factor? by = null, int? cores = null)
    {
        for (var k = 0; k < items.Count; k++)
            if (items[k].Scale is null) throw new ArgumentException($"Item {k} has no scale.", nameof(items));
            else if (items[k].Answers.Length != design.Rows)
                throw new ArgumentException($"Item {k} has {items[k].Answers.Length} rows, the design {design.Rows}.", nameof(items));
        var clustered = design.IsClustered && !design.NeedsRows;
        var cells = clustered && by is not null ? ClusterCells.Build(design, by) : null;
        var index = clustered ? null : CellIndex.Build(design, by);
        var done = new ItemTabulation[items.Count];
        var threads = Math.Clamp(cores ?? Environment.ProcessorCount, 1, Math.Max(1, items.Count));
        if (threads == 1 || design.Rows < 20_000) Run((0, items.Count));
        else Cores.For(0, threads, t => Run(Cores.Part(items.Count, t, threads)), threads);
        foreach (var item in done) item.By = by;
        return new(design, by, done);

        void Run((int From, int To) part)
        {
            var (from, to) = part;
            if (index is not null) UnitTable.Count(design, index, items, from, to, done);
            else for (var k = from; k < to; k++) done[k] = new ClusterItemTabulation(design, cells, items[k], k);
            if (!design.NeedsRows) return;
            for (var k = from; k < to; k++) done[k] = new RowItemTabulation(design, items[k], by, done[k]);
        }
    }
}
