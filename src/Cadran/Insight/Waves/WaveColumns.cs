using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Statistics;
using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>What a wave's questionnaire puts into the analysis: the overall rating, the drivers on its scale, and every other rating.</summary>
internal sealed record WaveColumns(Question? Overall, IReadOnlyList<DriverScale> Drivers, IReadOnlyList<Question> Others)
{
    public static WaveColumns Of(QuestionnaireContent content)
    {
        Question? overall = content.Overall;
        DriverScale[] drivers = overall is null ? [] : [.. content.Drivers.Where(d => d.Items.All(q => Highest(q) == Highest(overall)))];
        // More drivers than can be analysed are reported as ratings.
        if (drivers.Length > RelativeImportance.MaximumDrivers) drivers = [];
        string[] alone = [.. drivers.Where(d => d.Items.Count == 1).Select(d => d.Items[0].Code)];
        return new(overall, drivers, [.. content.Questions.Where(q => q.Kind == QuestionKind.Rating && q.Code != overall?.Code && !alone.Contains(q.Code))]);
    }

    /// <summary>Only what both waves ask in the same way: overall, drivers with the same items, ratings with the same code.</summary>
    public WaveColumns Common(WaveColumns other) => new(
        Overall is { } mine && other.Overall is { } theirs && mine.Code == theirs.Code && Highest(mine) == Highest(theirs) ? mine : null,
        [.. Drivers.Where(d => other.Drivers.Any(o => o.Code == d.Code && o.Items.Select(Key).SequenceEqual(d.Items.Select(Key))))],
        [.. Others.Where(q => other.Others.Any(o => Key(o) == Key(q)))]);

    /// <summary>Names of the items in the order of results.</summary>
    public IEnumerable<LocalText> Words() =>
        [.. Overall is { } overall ? [overall.Text] : Array.Empty<LocalText>(), .. Drivers.Select(d => d.Name), .. Others.Select(q => q.Text)];

    /// <summary>What each item of the results is.</summary>
    public IEnumerable<ItemKind> Kinds() =>
        [.. Overall is null ? Array.Empty<ItemKind>() : [ItemKind.Overall], .. Drivers.Select(_ => ItemKind.Driver), .. Others.Select(_ => ItemKind.Item)];

    public AnalysisData Data(ResponseTable table) => new()
    {
        Overall = Overall is null ? null : Item(Overall, table),
        Drivers = [.. Drivers.AsParallel().AsOrdered().Select(d => DriverColumn.Of(d, table, Highest(Overall!)))],
        Others = [.. Others.Select(q => Item(q, table))],
        Parts = [.. Drivers.Select(d => d.Items.Count == 1 ? [] : d.Items.Select(At).ToArray())],
        Design = table.Design,
    };

    private int At(Question question) => Others.Index().First(o => o.Item.Code == question.Code).Index;

    public static int Highest(Question question) => question.Options.Count > 0 ? question.Options.Count : 5;

    private static (string, int) Key(Question question) => (question.Code, Highest(question));

    private static AnalysisItem Item(Question question, ResponseTable table) => AnalysisItem.Rated(question.Code, table.Item(question.Code), new Scale(1, Highest(question)));
}
