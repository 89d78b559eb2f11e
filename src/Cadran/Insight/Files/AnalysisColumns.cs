using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>Which columns of a file hold what.</summary>
public sealed record AnalysisColumns
{
    public required string Overall { get; init; }
    public required IReadOnlyList<string> Drivers { get; init; }

    /// <summary>The scale of every rating that <see cref="Scales"/> does not name.</summary>
    public Scale Scale { get; init; } = Scale.FivePoint;

    /// <summary>Scales of single columns.</summary>
    public IReadOnlyDictionary<string, Scale> Scales { get; init; } = new Dictionary<string, Scale>();
    public string? Weight { get; init; }
    public string? Strata { get; init; }
    public string? Cluster { get; init; }
    public string? Population { get; init; }
    public IReadOnlyList<string> By { get; init; } = [];
    public string? Wave { get; init; }

    /// <summary>Waves from the first to the last; empty for the order of their dates, else that of the file.</summary>
    public IReadOnlyList<string> WaveOrder { get; init; } = [];

    /// <summary>Cells that mean "no answer", beside blank and NA: numbers or words.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Cells that mean "does not apply to me".</summary>
    public IReadOnlyList<string> NotApplicable { get; init; } = [];

    /// <summary>Codes of single columns, instead of those of all: the same number is an answer elsewhere.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> MissingOf { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> NotApplicableOf { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Codes of the <see cref="Csv.RowReason"/>s whose rows count all the same.</summary>
    public IReadOnlySet<string> Keep { get; init; } = new HashSet<string>();

    public Scale ScaleOf(string column) => Scales.GetValueOrDefault(column, Scale);

    /// <summary>Every column that is named.</summary>
    public IEnumerable<string> Used =>
        new[] { Overall, Weight, Strata, Cluster, Population, Wave }.OfType<string>().Concat(Drivers).Concat(By);

    /// <summary>Columns that something is said of although they are no ratings of the analysis.</summary>
    public IEnumerable<string> SaidOfNothing =>
        Scales.Keys.Concat(MissingOf.Keys).Concat(NotApplicableOf.Keys).Distinct().Except(Drivers.Append(Overall));
}
