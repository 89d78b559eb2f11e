using System.Text.Json.Serialization;
using Cadran.Insight;

namespace Cadran.Web.Commands;

/// <summary>
/// The JSON of <c>analyse --format json</c>, <c>cadran.analysis/1</c> (docs/analyse.md), property for property. It changes with its version
/// and for no page's sake; numbers are in full precision, and what is withheld is null or says why.
/// </summary>
internal sealed record AnalysisContract(string Schema, string File, int N, AnalysisContract.DesignPart Design,
    IReadOnlyList<AnalysisContract.Item> Items,
    IReadOnlyList<AnalysisContract.Group> Groups, IReadOnlyList<AnalysisContract.Wave> Waves,
        IReadOnlyList<AnalysisContract.Change> Changes,
    AnalysisContract.DriverPart Drivers, AnalysisContract.ThresholdPart Thresholds, IReadOnlyList<AnalysisContract.Priority> Priorities,
    AnalysisContract.Lines? PriorityLines)
{
    public sealed record DesignPart(int Strata, int Clusters, double DegreesOfFreedom, double SumOfWeights, double? KishDesignEffect,
        bool WholePopulation);

    /// <param name="Suppressed">The only property when it is not null.</param>
    [JsonConverter(typeof(AnalysisContractNumber))]
    public sealed record Number(double Estimate, double Se, double Low, double High, string? Suppressed);

    public sealed record Cell(double Value, int N, Number Share);

    public sealed record Item(string Code, int? N, int? Missing, int? NotApplicable,
        Number Mean, Number Score, Number TopTwo, Number BottomTwo, IReadOnlyList<Cell> Distribution);

    public sealed record Group(string By, string Value, int? N, string? Suppressed, IReadOnlyList<Item> Items);

    public sealed record Wave(string Value, IReadOnlyList<Item> Items);

    public sealed record Change(
        string Code, string From, string To, Number Difference, double? T, double? Df, double? P, double? Q, double? MinimumDetectable);

    public sealed record DriverPart(int? N, double? RSquared, double? ConditionIndex, bool? Separable,
        IReadOnlyList<Coefficient> Coefficients, IReadOnlyList<DriverImportance> Importance,
        double? AdjustedRSquared, double? RSquaredP, int? Rated, bool FewClusters, IReadOnlyList<Cost> Costs,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Suppressed);

    public sealed record Cost(string Code, int? People);

    public sealed record Lines(double Importance, double? Score, bool Fixed, bool AllHigh);

    public sealed record Coefficient(string Code, double? Estimate, double? Se, double? Standardised, double? Vif);

    public sealed record DriverImportance(
        string Code, double Lmg, double Share, double Johnson, double? Low, double? High, int Rank, int RankLow, int RankHigh,
        bool WrongSign);

    public sealed record ThresholdPart(int? PassAt, IReadOnlyList<Failing> ByFailing, IReadOnlyList<WhichFails> WhenOneFails);

    public sealed record Failing([property: JsonPropertyName("failing")] int Count, int? N, double? Share, double? Score,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Suppressed);

    public sealed record WhichFails(string Code, double? Share);

    public sealed record Priority(string Code, double Importance, double? Score, string Quadrant, double? Probability);

    public static AnalysisContract Of(AnalysisResult r, string file) => new("cadran.analysis/1", file, r.N,
        new(r.Design.Strata, r.Design.Clusters, r.Design.DegreesOfFreedom, r.Design.SumOfWeights, r.Design.KishDesignEffect,
            r.Design.WholePopulation),
        [.. r.Items.Select(Of)],
        [.. r.Groups.Select(g =>
            new Group(g.By, g.Value, g.N, g.Suppressed is { } why ? SuppressionText.Of(why) : null, [.. g.Items.Select(Of)]))],
        [.. r.Waves.Select(w => new Wave(w.Value, [.. w.Items.Select(Of)]))],
        [.. r.Changes.Select(c => new Change(c.Code, c.From, c.To, Of(c.Difference), c.T, c.Df, c.P, c.Q, c.MinimumDetectable))],
        Of(r.Drivers),
        new(r.Thresholds.PassAt,
            [.. r.Thresholds.ByFailing.Select(f =>
                new Failing(f.Failing, f.N, f.Share, f.Score, f.Suppressed is { } why ? SuppressionText.Of(why) : null))],
            [.. r.Thresholds.WhenOneFails.Select(w => new WhichFails(w.Code, w.Share))]),
        [.. r.Priorities.Select(p => new Priority(p.Code, p.Importance, p.Score, p.Quadrant.Code(), p.Probability))],
        r.Lines is { } lines ? new(lines.Importance, lines.Score, lines.Fixed, lines.AllHigh) : null);

    private static DriverPart Of(DriverResult d) => new(d.N, d.RSquared, d.ConditionIndex, d.Separable,
        [.. d.Coefficients.Select(c => new Coefficient(c.Code, c.Estimate, c.Se, c.Standardised, c.Vif))],
        [.. d.Importance.Select(i =>
            new DriverImportance(i.Code, i.Lmg, i.Share, i.Johnson, i.Low, i.High, i.Rank, i.RankLow, i.RankHigh, i.WrongSign))],
        d.AdjustedRSquared, d.RSquaredP, d.Rated, d.FewUnits, [.. d.Costs.Select(c => new Cost(c.Code, c.People))], d.Suppressed);

    private static Item Of(ItemResult i) =>
        new(i.Code, i.N, i.Missing, i.NotApplicable, Of(i.Mean), Of(i.Score), Of(i.TopTwo), Of(i.BottomTwo),
        [.. i.Distribution.Select(d => new Cell(d.Value, d.N, Of(d.Share)))]);

    private static Number Of(PublishedNumber n) =>
        new(n.Estimate, n.Se, n.Low, n.High, n.Suppressed is { } why ? SuppressionText.Of(why) : null);
}

/// <summary>Writes the contract in its names, indented.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(AnalysisContract))]
internal sealed partial class AnalysisContractJson : JsonSerializerContext;
