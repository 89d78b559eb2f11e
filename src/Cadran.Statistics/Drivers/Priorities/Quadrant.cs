namespace Cadran.Statistics.Drivers;

/// <summary>Quadrant of the priority matrix (importance × performance).</summary>
public enum Quadrant
{
    /// <summary>Important and performing below the line.</summary>
    ImproveFirst,

    /// <summary>Important and performing well: protect it.</summary>
    Maintain,

    /// <summary>Less important, below the line.</summary>
    Watch,

    /// <summary>Less important, performing well.</summary>
    PossibleOverkill,
}
