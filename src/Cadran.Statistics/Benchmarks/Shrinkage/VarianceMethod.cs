namespace Cadran.Statistics.Benchmarks;

/// <summary>How the variance between units is estimated.</summary>
public enum VarianceMethod
{
    /// <summary>Restricted likelihood: the default, nearly unbiased.</summary>
    Reml,

    /// <summary>Likelihood: biased downwards with few units.</summary>
    Ml,

    /// <summary>Fay and Herriot's moment equation.</summary>
    Moments,
}
