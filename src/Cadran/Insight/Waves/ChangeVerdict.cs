namespace Cadran.Insight;

/// <summary>What a change between two waves allows to be said.</summary>
public enum ChangeVerdict
{
    /// <summary>Too few answers, or not asked in both: nothing is known.</summary>
    Withheld,

    /// <summary>
    /// Nobody differed within the waves, or everybody was asked: the change is what it is, and nothing tells it from chance.
    /// </summary>
    NoMargin,

    /// <summary>The interval holds zero: it may have risen, fallen or stayed.</summary>
    Undecided,

    /// <summary>Unlikely to be chance alone, but one of many changes looked at: with so many, some are found by chance.</summary>
    OneOfMany,

    /// <summary>A gain that the margin cannot explain.</summary>
    Gain,

    /// <summary>A loss that the margin cannot explain.</summary>
    Loss,
}
