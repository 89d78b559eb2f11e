namespace Cadran.Statistics.Disclosure;

/// <summary>Cheapest cells to hide so that every primary keeps its range.</summary>
/// <remarks>While a primary is too narrow, the minimum cuts of its network name the cells of which at least one must be added; branching
/// over them (each branch forbids the cells tried before it) visits every minimal pattern once.</remarks>
internal sealed class SuppressionSearch(
    TableNetwork network, int[] primary, SuppressionSettings settings, Func<int, bool> allowed, Func<int, long> cost)
{
    private readonly HashSet<int> forbidden = [];
    private readonly Stack<int> chosen = [];
    private List<int>? best;
    private long bestCost = long.MaxValue;
    private int steps;

    public bool IsComplete => steps < settings.MaximumSteps;

    /// <summary>The cells to add, or null when no pattern of allowed cells protects.</summary>
    public List<int>? Run()
    {
        if (Start() is not { } start) return null;
        (best, bestCost) = (start, start.Sum(cost));
        Branch(0);
        return best;
    }

    private bool Available(int arc) => allowed(arc) && !forbidden.Contains(arc);

    /// <summary>
    /// A first pattern: cheapest detours, or everything allowed where they do not suffice; then every cell that proves
    /// needless is shown again.
    /// </summary>
    private List<int>? Start()
    {
        var added = Detours();
        if (!AllProtected()) Add(added, network.Arcs.Where(a => !network.Hidden[a] && allowed(a)));
        var found = AllProtected();
        if (found)
        {
            foreach (var arc in added.OrderByDescending(cost))
            {
                if (!IsComplete) break;
                network.Hidden[arc] = false;
                if (!AllProtected()) network.Hidden[arc] = true;
            }
        }
        List<int> kept = [.. added.Where(a => network.Hidden[a])];
        foreach (var arc in added) network.Hidden[arc] = false;
        return found ? kept : null;
    }

    private List<int> Detours()
    {
        var added = new List<int>();
        foreach (var arc in primary)
        {
            while (network.Widening(arc, settings.RangeNeeded, allowed) is { Count: > 0 })
            {
                if (network.CheapestDetour(arc, allowed, cost) is not { Count: > 0 } detour) break;
                Add(added, detour);
            }
        }
        return added;
    }

    private void Add(List<int> added, IEnumerable<int> arcs)
    {
        foreach (var arc in arcs.ToList())
        {
            network.Hidden[arc] = true;
            added.Add(arc);
        }
    }

    private bool AllProtected() => primary.All(IsProtected);

    private bool IsProtected(int arc)
    {
        steps++;
        return network.IsProtected(arc, settings.RangeNeeded);
    }

    private void Branch(long spent)
    {
        if (spent >= bestCost || !IsComplete) return;
        List<int>? cut = null;
        foreach (var arc in primary)
        {
            if (IsProtected(arc)) continue;
            var needed = network.Widening(arc, settings.RangeNeeded, Available);
            if (needed.Count == 0) return;
            if (cut is null || needed.Count < cut.Count) cut = needed;
        }
        if (cut is null)
        {
            (best, bestCost) = ([.. chosen], spent);
            return;
        }
        var tried = new List<int>();
        foreach (var arc in cut.OrderBy(cost))
        {
            if (spent + cost(arc) >= bestCost) break;
            network.Hidden[arc] = true;
            chosen.Push(arc);
            Branch(spent + cost(arc));
            chosen.Pop();
            network.Hidden[arc] = false;
            forbidden.Add(arc);
            tried.Add(arc);
        }
        forbidden.ExceptWith(tried);
    }
}
