namespace Cadran.Statistics;

/// <summary>What to do with a stratum that holds one cluster, whose variance cannot be seen.</summary>
public enum LoneCluster
{
    /// <summary>Refuse: estimates that touch the stratum come back suppressed.</summary>
    Fail,
    /// <summary>The cluster was certain to be drawn: it adds nothing.</summary>
    Certainty,
    /// <summary>Centre its total at the mean of all clusters; tends to overstate the error.</summary>
    Adjust,
    /// <summary>Give the stratum the average contribution of the others.</summary>
    Average,
}
