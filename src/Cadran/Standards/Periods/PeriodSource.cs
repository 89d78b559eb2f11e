namespace Cadran.Standards;

/// <summary>Where the figures of a month or a quarter come from.</summary>
public enum PeriodSource
{
    Typed,

    /// <summary>A file of figures.</summary>
    File,

    /// <summary>Counted by the program from a file of cases.</summary>
    Cases,
}
