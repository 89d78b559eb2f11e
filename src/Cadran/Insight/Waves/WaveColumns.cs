using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>
/// What a wave's questionnaire puts into the analysis: the overall rating, the drivers, and every other rating, each on its own scale.
/// </summary>
internal sealed record WaveColumns(Question? Overall, IReadOnlyList<DriverScale> Drivers, IReadOnlyList<Question> Others)
{
    public static WaveColumns Of(QuestionnaireContent content)
    {
        Question? overall = content.Overall;
        IReadOnlyList<DriverScale> drivers = overall is null ? [] : content.Drivers;
        // More drivers than can be analysed are reported as ratings.
        if (drivers.Count > RelativeImportance.MaximumDrivers) drivers = [];
        string[] alone = [.. drivers.Where(d => d.Items.Count == 1).Select(d => d.Items[0].Code)];
        var others = content.Questions.Where(q => q.Scale is not null && q.Code != overall?.Code && !alone.Contains(q.Code));
        return new(overall, drivers, [.. others]);
    }

    /// <summary>In the order of the items of <see cref="Data"/>: what each is called, and the scale it is told in.</summary>
    public IReadOnlyList<(LocalText Name, RatingScale Scale)> Names =>
    [
        .. Overall is null ? [] : new[] { (Overall.Text, Overall.Scale!) },
        .. Drivers.Select(d => (d.Name, d.Scale)),
        .. Others.Select(q => (q.Text, q.Scale!)),
    ];

    /// <summary>
    /// Only what both waves ask in the same way: overall, drivers with the same items, ratings with the same code and points.
    /// </summary>
    public WaveColumns Common(WaveColumns other) => new(
        Overall is { } mine && other.Overall is { } theirs && Same(mine, theirs) ? mine : null,
        [.. Drivers.Where(d => other.Drivers.Any(o => o.Code == d.Code && Same(o.Items, d.Items)))],
        [.. Others.Where(q => other.Others.Any(o => Same(o, q)))]);

    /// <summary>What each item of the results is.</summary>
    public IEnumerable<ItemKind> Kinds =>
    [
        .. Overall is null ? Array.Empty<ItemKind>() : [ItemKind.Overall],
        .. Drivers.Select(_ => ItemKind.Driver),
        .. Others.Select(_ => ItemKind.Item),
    ];

    public AnalysisData Data(ResponseTable table) => new()
    {
        Overall = Overall is null ? null : AnalysisItem.Asked(Overall, table),
        Drivers = [.. Drivers.AsParallel().AsOrdered().Select(d => DriverColumn.Of(d, table))],
        Others = [.. Others.Select(q => AnalysisItem.Asked(q, table))],
        Parts = [.. Drivers.Select(d => d.Items.Count == 1 ? [] : d.Items.Select(At).ToArray())],
        Design = table.Design,
    };

    private int At(Question question) => Others.Index().First(o => o.Item.Code == question.Code).Index;

    private static bool Same(IReadOnlyList<Question> some, IReadOnlyList<Question> others) =>
        some.Count == others.Count && some.Zip(others, Same).All(same => same);

    private static bool Same(Question one, Question other) => one.Code == other.Code && one.Scale!.SamePoints(other.Scale!);
}
