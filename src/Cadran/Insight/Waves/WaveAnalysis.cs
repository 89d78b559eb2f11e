using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>What one wave says, as pages and reports show it: scores, drivers, and the words of its questionnaire.</summary>
public sealed record WaveAnalysis
{
    public required WaveScores Scores { get; init; }
    public required QuestionnaireContent Content { get; init; }
    public required AnalysisResult Result { get; init; }

    public Guid WaveId => Scores.WaveId;
    public int Responses => Scores.Responses;
    public bool HasDesign => Scores.HasDesign;

    /// <summary>Why nothing at all is shown of this wave, or null.</summary>
    public Suppression? Suppressed => Scores.Suppressed;

    /// <summary>The scales of the items of <see cref="Result"/>, in their order.</summary>
    public required IReadOnlyList<RatingScale> Scales { get; init; }

    /// <summary>What the driver and threshold parts call a pass; null where it is another rating for each driver.</summary>
    public int? PassAt => Result.Thresholds.PassAt;

    /// <summary>The overall rating; null when it was not asked.</summary>
    public ItemWords? Overall { get; private init; }

    /// <summary>Drivers in the order of the questionnaire.</summary>
    public IReadOnlyList<DriverRow> Drivers { get; private init; } = [];

    /// <summary>All other ratings in the order they were asked; those of a driver are in its <see cref="DriverRow.Items"/>.</summary>
    public IReadOnlyList<ItemWords> Others { get; private init; } = [];

    /// <summary>Whether the data can put the drivers in order; null without a driver analysis.</summary>
    public bool? Separable => Result.Drivers.Separable;

    /// <summary>Drivers, most important first; in the order of the questionnaire when importance is withheld.</summary>
    public IEnumerable<DriverRow> ByImportance => Drivers.OrderByDescending(d => d.Importance?.Share ?? 0);

    /// <summary>The driver that fails most often when exactly one does, with its share of those people; null when withheld.</summary>
    public (DriverRow Driver, double Share)? FailsAloneMost => Drivers.Where(d => d.FailsAlone is not null)
        .OrderByDescending(d => d.FailsAlone).Select(d => ((DriverRow, double)?)(d, d.FailsAlone!.Value)).FirstOrDefault();

    /// <summary>The same with the drivers placed by a fixed line; as it is when that is none of <see cref="AnalysisOptions.Lines"/>, or
    /// there is no matrix.</summary>
    public WaveAnalysis At(double? line)
    {
        if (Result.Lines is not { } lines || Result.Choices.FirstOrDefault(c => c.Line == line) is not { } choice) return this;
        return this with
        {
            Result = Result with
            {
                Priorities = choice.Priorities,
                Lines = lines with { Score = choice.Line, Fixed = true, AllHigh = false },
            },
            Drivers = [.. Drivers.Select((d, j) => d with { Priority = choice.Priorities.ElementAtOrDefault(j) })],
        };
    }

    internal static WaveAnalysis Of(WaveScores scores, DriverFindings findings, QuestionnaireContent content)
    {
        var columns = WaveColumns.Of(content);
        var result = AnalysisResult.Of(scores.Result, findings);
        // Nothing is shown of the wave yet, not even which items there are.
        if (result.Items.Count == 0) return new() { Scores = scores, Content = content, Result = result, Scales = [] };
        var words = result.Items.Zip(columns.Names, (figures, item) => new ItemWords(item.Name, figures, item.Scale)).ToList();
        var first = columns.Overall is null ? 0 : 1;
        var others = words[(first + columns.Drivers.Count)..];
        return new()
        {
            Scores = scores,
            Content = content,
            Result = result,
            Scales = [.. words.Select(w => w.Scale)],
            Overall = first == 0 ? null : words[0],
            Drivers = [.. columns.Drivers.Select((d, j) => DriverRow.Of(d, words[first + j], others, result, j))],
            Others = [.. others.Where(o => !columns.Drivers.Any(d => d.Items.Any(q => q.Code == o.Code)))],
        };
    }
}
