namespace Cadran.Statistics.Estimation;

/// <summary>One item's small tables: who answered what, by group and by the design's units.</summary>
public abstract class ItemTabulation
{
    private readonly Domain?[] domains;

    private protected ItemTabulation(Design design, Scale scale, int groups)
    {
        Design = design;
        Scale = scale;
        Groups = groups;
        domains = new Domain?[groups];
    }

    /// <summary>The sample.</summary>
    public Design Design { get; }
    /// <summary>The scale of the item.</summary>
    public Scale Scale { get; }
    /// <summary>Levels of the grouping; 0 without one.</summary>
    public int Groups { get; }
    /// <summary>Label of each group, in the order of their levels; empty without a grouping.</summary>
    public IReadOnlyList<string> Labels => By?.Labels ?? [];

    internal Factor? By { get; set; }

    /// <summary>All rows, in a group or not.</summary>
    public Domain Overall => field ??= new Domain(this, -1);

    /// <summary>The rows of one level of the grouping.</summary>
    /// <param name="level">Place of its label in <see cref="Labels"/>, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such level.</exception>
    public Domain Group(int level) => (uint)level < (uint)Groups ? domains[level] ??= new Domain(this, level)
        : throw new ArgumentOutOfRangeException(nameof(level), level, $"The grouping has {Groups} levels.");

    /// <summary>The rows of the group with this label: a place in a list is easily mistaken.</summary>
    /// <param name="label">One of <see cref="Labels"/>.</param>
    /// <exception cref="ArgumentException">No such group.</exception>
    public Domain Group(string label)
    {
        for (var level = 0; level < Labels.Count; level++) if (Labels[level] == label) return Group(level);
        throw new ArgumentException($"There is no group {label}; the groups are {string.Join(", ", Labels)}.", nameof(label));
    }

    /// <summary>People and weight per value in a domain, lowest value first, then per kind of no value.</summary>
    internal abstract DomainCounts Counts(int bucket);

    /// <summary>Each cluster's (or stratum's) share in the error of a weighted mean of <paramref name="deviations"/> by value.</summary>
    internal abstract Contributions Contributions(int bucket, ReadOnlySpan<double> deviations);

    /// <summary>Covariance of all shares of a domain that has weight.</summary>
    internal abstract LinearisedCovariance Covariance(int bucket, double[] shares, double weight);
}
