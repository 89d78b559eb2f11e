using System.Numerics;
using Cadran.Statistics;
using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>
/// One scale of whole codes for overall and drivers, whatever scales people saw: worst to worst and best to best, with as many steps as
/// keep every rating and every mean of ratings whole. Correlations and importance do not change under it, slopes are told per point of the
/// scales people saw (<see cref="Slope"/>), and each driver's pass mark stays exact.
/// </summary>
internal sealed class DriverGrid
{
    // Codes end at 122; beyond it (means of five and of four items together) parts are rounded to what fits.
    private const int MostSteps = 120;

    private readonly AnalysisItem overall;
    private readonly IReadOnlyList<AnalysisItem> drivers;
    private readonly int steps;

    private DriverGrid(AnalysisItem overall, IReadOnlyList<AnalysisItem> drivers)
    {
        (this.overall, this.drivers) = (overall, drivers);
        AnalysisItem[] all = [overall, .. drivers];
        if (Array.Find(all, i => i.Scale.Reversed) is { } reversed)
            throw new ArgumentException($"{reversed.Code} runs from best to worst: turn such ratings round first.", nameof(drivers));
        int together = all.Aggregate(1, (sum, item) => Together(sum, item.Span * item.Parts));
        int span = overall.Span;
        bool oneSpan = all.All(i => i.Span == span);
        steps = oneSpan ? span * Math.Min(together / span, Math.Max(1, MostSteps / span)) : Math.Min(together, MostSteps);
        KeepsRatings = oneSpan && steps == span && all.All(i => i.Lowest == overall.Lowest && i.Scale.Minimum == i.Lowest);
    }

    /// <summary>True when codes are the ratings themselves, so that the intercept is one of ratings.</summary>
    public bool KeepsRatings { get; }

    public static DriverGrid Of(AnalysisItem overall, IReadOnlyList<AnalysisItem> drivers) => new(overall, drivers);

    /// <param name="passAt">Lowest rating of each driver that counts as a pass.</param>
    public DriverAnalysisOptions Options(IReadOnlyList<int> passAt, AnalysisOptions options) => new()
    {
        Scale = KeepsRatings ? overall.Scale : new(0, steps),
        PassAt = KeepsRatings ? passAt[0] : Code(drivers[0], passAt[0]),
        PassMarks = [.. drivers.Zip(passAt, (driver, rating) => KeepsRatings ? rating : Code(driver, rating))],
        Confidence = options.Confidence,
        Replicates = options.Replicates,
        PeoplePerDriver = options.PeoplePerDriver,
        ExplainedLevel = AnalysisOptions.ExplainedLevel,
        Cut = options.Line is null ? PriorityCut.MeanOfItems : PriorityCut.Fixed,
        FixedScore = options.Line ?? 0,
        FurtherLines = options.Line is null ? AnalysisOptions.Lines : [],
    };

    public DriverData Data(AnalysisData data) => new()
    {
        Overall = Column(overall),
        Drivers = [.. drivers.Select(Column)],
        Design = data.Design,
    };

    /// <summary>Points of the overall rating per point of a driver, for each step of it per step of the driver.</summary>
    public double Slope(int driver) => (double)overall.Span / drivers[driver].Span;

    private int Code(AnalysisItem item, double rating) =>
        (int)Math.Round((rating - item.Lowest) * ((double)steps / item.Span), MidpointRounding.AwayFromZero);

    private ReadOnlyMemory<sbyte> Column(AnalysisItem item)
    {
        if (KeepsRatings || item.Scale == new Scale(0, steps)) return item.Answers;
        var answers = item.Answers.Span;
        var codes = new sbyte[answers.Length];
        Span<sbyte> map = stackalloc sbyte[128];
        for (int c = item.Scale.Minimum; c <= item.Scale.Maximum; c++) map[c] = (sbyte)Code(item, item.RatingOf(c));
        for (int i = 0; i < codes.Length; i++) codes[i] = answers[i] < 0 ? answers[i] : map[answers[i]];
        return codes;
    }

    private static int Together(int a, int b) => a / (int)BigInteger.GreatestCommonDivisor(a, b) * b;
}
