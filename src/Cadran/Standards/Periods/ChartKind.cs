namespace Cadran.Standards;

/// <summary>How limits of a control chart are worked out.</summary>
public enum ChartKind
{
    /// <summary>From the number of cases alone.</summary>
    P,

    /// <summary>p′: widened by what periods differ beyond chance.</summary>
    Laney,

    /// <summary>XmR: from how much neighbouring periods differ.</summary>
    Individuals,
}
