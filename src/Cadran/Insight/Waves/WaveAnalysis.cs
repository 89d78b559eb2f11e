using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>What one wave says, as pages and reports show it: the analysis and the words of its questionnaire.</summary>
public sealed record WaveAnalysis
{
    public required Guid WaveId { get; init; }

    /// <summary>Responses, whatever they answered.</summary>
    public required int Responses { get; init; }

    /// <summary>Days of the first and the last response; null without responses.</summary>
    public required DateOnly? FirstDay { get; init; }
    public required DateOnly? LastDay { get; init; }

    /// <summary>
    /// People by the channel they answered through, most first; null where the channel is withheld. Empty when none is known.
    /// </summary>
    public IReadOnlyList<(string Channel, int? People)> Channels { get; init; } = [];
    public required QuestionnaireContent Content { get; init; }
    public required AnalysisResult Result { get; init; }

    /// <summary>The scales of the items of <see cref="Result"/>, in their order.</summary>
    public required IReadOnlyList<RatingScale> Scales { get; init; }

    /// <summary>What the driver and threshold parts call a pass; null where it is another rating for each driver.</summary>
    public int? PassAt => Result.Thresholds.PassAt;

    /// <summary>True when responses carry weights, strata, clusters or populations.</summary>
    public required bool HasDesign { get; init; }

    /// <summary>Why nothing at all is shown of this wave, or null.</summary>
    public Suppression? Suppressed { get; init; }

    /// <summary>The overall rating; null when it was not asked.</summary>
    public ItemWords? Overall { get; init; }

    /// <summary>Drivers in the order of the questionnaire.</summary>
    public IReadOnlyList<DriverRow> Drivers { get; init; } = [];

    /// <summary>All other ratings in the order they were asked; those of a driver are in its <see cref="DriverRow.Items"/>.</summary>
    public IReadOnlyList<ItemWords> Others { get; init; } = [];

    /// <summary>Whether the data can put the drivers in order; null without a driver analysis.</summary>
    public bool? Separable => Result.Drivers.Separable;

    /// <summary>Drivers, most important first; in the order of the questionnaire when importance is withheld.</summary>
    public IEnumerable<DriverRow> ByImportance => Drivers.OrderByDescending(d => d.Importance?.Share ?? 0);

    /// <summary>The driver that fails most often when exactly one does, with its share of those people; null when withheld.</summary>
    public (DriverRow Driver, double Share)? FailsAloneMost =>
        Drivers.Where(d => d.FailsAlone is not null).OrderByDescending(d => d.FailsAlone)
            .Select(d => ((DriverRow, double)?)(d, d.FailsAlone!.Value)).FirstOrDefault();
}
