namespace Cadran.Statistics.Disclosure;

/// <summary>A table with margins seen as a circulation: what one hidden count gains, a cycle of other hidden counts must pass on.</summary>
/// <remarks>Every row and column (totals included) is a node, every count an arc: row → column for an inner cell, total column
/// → row for a row total, column → total row for a column total, total row → total column for the grand total. Adding up in every
/// row and column is then conservation of flow, shown counts are fixed, and hidden ones may fall to zero or rise. The most a count
/// can rise is the maximum flow that can return from its head to its tail, so exact feasibility intervals need no linear programme;
/// and because flows are integral, the limits are attained by tables of whole counts.</remarks>
internal sealed class TableNetwork
{
    private const long Unbounded = long.MaxValue / 8;

    private readonly CountTable table;
    private readonly int nodes, width;
    private readonly int[] tail, head;
    private readonly long[] value;
    private readonly List<int>[] touching;

    public TableNetwork(CountTable table)
    {
        this.table = table;
        width = table.Columns + 1;
        nodes = table.Rows + 1 + width;
        var arcs = (table.Rows + 1) * width;
        (tail, head, value, Hidden) = (new int[arcs], new int[arcs], new long[arcs], new bool[arcs]);
        touching = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        foreach (var cell in table.Cells)
        {
            var arc = Arc(cell);
            int row = cell.Row, column = table.Rows + 1 + cell.Column;
            var fromRow = cell.Row == table.Rows == (cell.Column == table.Columns);
            (tail[arc], head[arc]) = fromRow ? (row, column) : (column, row);
            value[arc] = table[cell];
            touching[row].Add(arc);
            touching[column].Add(arc);
        }
    }

    /// <summary>Per arc; the search switches them on and off.</summary>
    public bool[] Hidden { get; }

    public IEnumerable<int> Arcs => Enumerable.Range(0, value.Length);

    public int Arc(TableCell cell) => cell.Row * width + cell.Column;

    public TableCell Cell(int arc) => new(arc / width, arc % width);

    public long Value(int arc) => value[arc];

    public FeasibleInterval Interval(int arc)
    {
        var rise = MaximumFlow(head[arc], tail[arc], arc, out _, out _);
        var fall = Math.Min(value[arc], MaximumFlow(tail[arc], head[arc], arc, out _, out _));
        return new(value[arc] - fall, rise >= Unbounded ? null : value[arc] + rise);
    }

    /// <summary>Is the interval of this arc at least so wide? Less work than how wide it is.</summary>
    public bool IsProtected(int arc, long range)
    {
        var rise = MaximumFlow(head[arc], tail[arc], arc, out _, out _, range);
        return rise >= range || rise + Math.Min(value[arc], MaximumFlow(tail[arc], head[arc], arc, out _, out _, range - rise)) >= range;
    }

    /// <summary>
    /// Cells of which at least one must be hidden before the interval of this arc can widen; empty when it is wide enough.
    /// </summary>
    public List<int> Widening(int arc, long range, Func<int, bool> available)
    {
        var rise = MaximumFlow(head[arc], tail[arc], arc, out var riseSide, out _);
        if (rise >= range) return [];
        var fall = MaximumFlow(tail[arc], head[arc], arc, out var fallSide, out _);
        if (rise + Math.Min(fall, value[arc]) >= range) return [];
        var canFall = fall < value[arc];
        return [.. Arcs.Where(a =>
            !Hidden[a] && a != arc && available(a) && (Crosses(a, riseSide) || (canFall && Crosses(a, fallSide))))];
    }

    /// <summary>Cheapest set of shown cells that lets this arc rise further, given what is hidden; null when there is none.</summary>
    public List<int>? CheapestDetour(int arc, Func<int, bool> available, Func<int, long> cost)
    {
        MaximumFlow(head[arc], tail[arc], arc, out _, out var residual);
        var distance = new long[nodes];
        Array.Fill(distance, long.MaxValue);
        var via = new int[nodes];
        distance[head[arc]] = 0;
        var open = new PriorityQueue<int, long>();
        open.Enqueue(head[arc], 0);
        while (open.TryDequeue(out var node, out var reached))
        {
            if (reached > distance[node]) continue;
            foreach (var a in touching[node])
            {
                if (a == arc || (!Hidden[a] && !available(a))) continue;
                var forward = tail[a] == node;
                var capacity = Hidden[a] ? residual[2 * a + (forward ? 0 : 1)] : forward ? Unbounded : value[a];
                if (capacity <= 0) continue;
                var next = forward ? head[a] : tail[a];
                var length = reached + (Hidden[a] ? 0 : cost(a));
                if (length >= distance[next]) continue;
                distance[next] = length;
                via[next] = a;
                open.Enqueue(next, length);
            }
        }
        if (distance[tail[arc]] == long.MaxValue) return null;
        var added = new List<int>();
        for (var node = tail[arc]; node != head[arc]; node = tail[via[node]] == node ? head[via[node]] : tail[via[node]])
            if (!Hidden[via[node]]) added.Add(via[node]);
        return added;
    }

    private bool Crosses(int arc, bool[] side) =>
        (side[tail[arc]] && !side[head[arc]]) || (side[head[arc]] && !side[tail[arc]] && value[arc] > 0);

    /// <summary>Shortest augmenting paths over the hidden arcs other than one; the side of the cut is what stays reachable.</summary>
    /// <param name="enough">Stops when so much flows.</param>
    private long MaximumFlow(int source, int sink, int without, out bool[] side, out long[] residual, long enough = Unbounded)
    {
        residual = new long[2 * value.Length];
        for (var a = 0; a < value.Length; a++)
            if (Hidden[a] && a != without) (residual[2 * a], residual[2 * a + 1]) = (Unbounded, value[a]);
        long flow = 0;
        var via = new int[nodes];
        while (true)
        {
            side = Search(source, sink, residual, via);
            if (!side[sink] || flow >= enough) return Math.Min(flow, Unbounded);
            var amount = Unbounded;
            for (var node = sink; node != source; node = Origin(via[node])) amount = Math.Min(amount, residual[via[node]]);
            for (var node = sink; node != source; node = Origin(via[node]))
            {
                residual[via[node]] -= amount;
                residual[via[node] ^ 1] += amount;
            }
            flow += amount;
        }
    }

    private bool[] Search(int source, int sink, long[] residual, int[] via)
    {
        var seen = new bool[nodes];
        var queue = new Queue<int>([source]);
        seen[source] = true;
        while (queue.TryDequeue(out var node))
        {
            foreach (var a in touching[node])
            {
                var edge = 2 * a + (tail[a] == node ? 0 : 1);
                var next = tail[a] == node ? head[a] : tail[a];
                if (residual[edge] <= 0 || seen[next]) continue;
                seen[next] = true;
                via[next] = edge;
                if (next == sink) return seen;
                queue.Enqueue(next);
            }
        }
        return seen;
    }

    private int Origin(int edge) => (edge & 1) == 0 ? tail[edge / 2] : head[edge / 2];
}
