namespace Cadran.Statistics.Drivers;

/// <summary>How large a necessity effect is (Dul 2016).</summary>
public enum NecessitySize
{
    /// <summary>Zero: nothing is ruled out.</summary>
    None,

    /// <summary>Above 0, below 0.1.</summary>
    Small,

    /// <summary>From 0.1.</summary>
    Medium,

    /// <summary>From 0.3.</summary>
    Large,

    /// <summary>From 0.5.</summary>
    VeryLarge,
}
