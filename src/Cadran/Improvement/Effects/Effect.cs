using Cadran.Collection;

namespace Cadran.Improvement;

/// <summary>Which waves can tell whether an action worked.</summary>
public static class Effect
{
    /// <summary>
    /// The last wave fielded before the action was delivered, and the waves fielded after it, oldest first. Only these can be compared.
    /// </summary>
    public static (Wave? Before, IReadOnlyList<Wave> After) WavesFor(ImprovementAction action, IEnumerable<Wave> waves, DateOnly today)
    {
        if (action.DeliveredOn is not { } delivered) return (null, []);
        List<Wave> closed = [.. waves.Where(w => w.StateOn(today) == WaveState.Closed).OrderBy(w => w.OpensOn)];
        return (closed.LastOrDefault(w => w.ClosesOn <= delivered), [.. closed.Where(w => w.OpensOn > delivered)]);
    }
}
