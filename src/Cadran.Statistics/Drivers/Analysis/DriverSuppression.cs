namespace Cadran.Statistics.Drivers;

/// <summary>Why a driver analysis gives no numbers.</summary>
public enum DriverSuppression
{
    /// <summary>Fewer complete cases than the drivers plus two.</summary>
    TooFewCompleteCases,

    /// <summary>All complete cases gave the same overall rating, or their weights sum to zero.</summary>
    OverallDoesNotVary,

    /// <summary>No driver varies.</summary>
    DriversDoNotVary,

    /// <summary>R² is zero: there is nothing to share out. Regression and thresholds are given.</summary>
    NothingExplained,

    /// <summary>Fewer complete cases than <see cref="DriverAnalysisOptions.PeoplePerDriver"/> asks for: chance alone would explain
    /// much.</summary>
    TooFewPeoplePerDriver,

    /// <summary>Chance alone explains as much (<see cref="DriverAnalysisOptions.ExplainedLevel"/>). Regression and thresholds are
    /// given.</summary>
    NotBeyondChance,
}
