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

    /// <summary>People by the channel they answered through, most first; null where the channel is withheld. Empty when none is known.</summary>
    public IReadOnlyList<(string Channel, int? People)> Channels { get; init; } = [];
    public required QuestionnaireContent Content { get; init; }
    public required AnalysisResult Result { get; init; }

    /// <summary>What the driver and threshold parts call a pass.</summary>
    public int PassAt => Result.Thresholds.PassAt;

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
        Drivers.Where(d => d.FailsAlone is not null).OrderByDescending(d => d.FailsAlone).Select(d => ((DriverRow, double)?)(d, d.FailsAlone!.Value)).FirstOrDefault();
}

/// <summary>An item's figures beside the words it was asked in.</summary>
public sealed record ItemWords(LocalText Text, ItemResult Figures)
{
    public string Code => Figures.Code;
}

/// <summary>A driver with everything said of it.</summary>
/// <param name="Items">The items it is the mean of; empty when it is asked by one.</param>
/// <param name="Importance">Null when there is no driver analysis.</param>
/// <param name="Priority">Its place in the matrix; null when there is no driver analysis.</param>
/// <param name="FailsAlone">Share of the people for whom exactly one driver fails and it is this one, in [0, 1]; null when withheld.</param>
public sealed record DriverRow(string Code, LocalText Name, ItemResult Figures, IReadOnlyList<ItemWords> Items, ImportanceResult? Importance, PriorityResult? Priority, double? FailsAlone);

/// <summary>How an item, a driver or the overall rating moved between two waves.</summary>
/// <param name="Name">Its words in the later wave.</param>
/// <param name="From">Its figures in the earlier wave.</param>
/// <param name="Change">The tested difference of scores, later minus earlier.</param>
public sealed record ItemChange(LocalText Name, ItemKind Kind, ItemResult From, ItemResult To, ChangeResult Change);

public enum ItemKind { Overall, Driver, Item }

/// <summary>Two waves of one service compared on what both asked.</summary>
/// <param name="Items">Overall first, then drivers, then items. Empty when the questionnaires share nothing.</param>
/// <param name="SharedClusters">True when offices (clusters) are in both waves, so that the error of a change counts their covariance.</param>
public sealed record WaveChange(Guid FromId, Guid ToId, IReadOnlyList<ItemChange> Items, bool SharedClusters)
{
    public ItemChange? Overall => Items.FirstOrDefault(i => i.Kind == ItemKind.Overall);

    /// <summary>How many changes are tested beside the planned one: the family that q is adjusted for.</summary>
    public int Adjusted => Items.Count(i => i.Kind != ItemKind.Overall);

    public ItemChange? Find(string code) => Items.FirstOrDefault(i => i.Change.Code == code);
}
