namespace Cadran.Statistics.Agreement;

/// <summary>How much a near miss counts as agreement.</summary>
public enum KappaWeights
{
    /// <summary>Only equal codes agree.</summary>
    None,

    /// <summary>Partial agreement falls with the distance between categories.</summary>
    Linear,

    /// <summary>With its square.</summary>
    Quadratic,
}
