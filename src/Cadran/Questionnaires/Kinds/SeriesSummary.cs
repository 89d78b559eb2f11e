namespace Cadran.Questionnaires;

/// <summary>What is told of measurements.</summary>
public enum SeriesSummary
{
    /// <summary>Mean and median.</summary>
    Amount,

    /// <summary>Mean of shares of a total.</summary>
    PartOfSum,

    /// <summary>Mean place, and the share of those who put it first.</summary>
    Rank,

    /// <summary>Middle half of days, counted from the first of January of the year 1.</summary>
    Day,

    /// <summary>Share of people for whom it is 1 and not 0.</summary>
    Share,

    /// <summary>How many there are together.</summary>
    Count,
}
