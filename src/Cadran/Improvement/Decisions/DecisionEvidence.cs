using System.Text.Json.Serialization;
using Cadran.Insight;
using Cadran.Statistics.Drivers;

namespace Cadran.Improvement;

/// <summary>The figures a decision rested on, frozen as they stood: later waves or methods do not rewrite why it was taken.</summary>
public sealed record DecisionEvidence
{
    /// <summary>Item code of the driver and its label at the time.</summary>
    public required string Driver { get; init; }
    public LocalText Label { get; init; } = LocalText.Empty;

    /// <summary>People who rated overall satisfaction and all drivers.</summary>
    public int Respondents { get; init; }

    /// <summary>How many drivers were explained together; 0 in decisions recorded before it was kept.</summary>
    public int Drivers { get; init; }

    /// <summary>The wave was still open when the figures were read.</summary>
    public bool Provisional { get; init; }

    /// <summary>People who rated the driver higher were less satisfied.</summary>
    public bool WrongSign { get; init; }

    /// <summary>Share of explained variance in [0, 1] with its interval, where there is one, and its rank range.</summary>
    public double ImportanceShare { get; init; }
    public double? ImportanceLow { get; init; }
    public double? ImportanceHigh { get; init; }
    public int Rank { get; init; }
    public int RankLow { get; init; }
    public int RankHigh { get; init; }

    /// <summary>Score 0–100 with its interval, of everybody who rated the driver.</summary>
    public double Score { get; init; }
    public double? ScoreLow { get; init; }
    public double? ScoreHigh { get; init; }
    public int ScoreRespondents { get; init; }

    /// <summary>Its place in the priority matrix; null when it had none.</summary>
    [JsonConverter(typeof(QuadrantJson))]
    public Quadrant? Quadrant { get; init; }

    /// <summary>Share of bootstrap replicates in which the item fell in that quadrant, in [0, 1].</summary>
    public double Probability { get; init; }

    /// <summary>The rule of the matrix: a place that held in enough replicates.</summary>
    [JsonIgnore]
    public bool Firm => Probability >= DriverPriority.FirmFrom;
    public bool Separable { get; init; }
    public string Method { get; init; } = "";

    /// <summary>The wave as its figures were read; null in decisions recorded before it was kept.</summary>
    public IReadOnlyList<CitedWave>? Cited { get; init; }
}
