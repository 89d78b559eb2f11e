namespace Cadran.Statistics.Benchmarks;

/// <summary>Where a unit lies in a funnel plot.</summary>
public enum FunnelPosition
{
    /// <summary>Within what chance produces at the common rate.</summary>
    Within,

    /// <summary>Below the inner limits: one unit in forty by chance.</summary>
    BelowWarning,

    /// <summary>Above the inner limits.</summary>
    AboveWarning,

    /// <summary>Below the outer limits: one unit in a thousand by chance.</summary>
    BelowAlarm,

    /// <summary>Above the outer limits.</summary>
    AboveAlarm,
}
