using System.Numerics;
using Cadran.Statistics.Drivers;

namespace Cadran.Insight;

/// <summary>
/// One scale of whole codes for overall and drivers. Drivers that are means of items count parts of a point; all columns are
/// brought to the finest parts in use. Correlations, importance and slopes do not change under it, and a pass mark stays exact.
/// </summary>
internal sealed record DriverGrid(int Lowest, int Highest, int Parts)
{
    /// <summary>True when codes are the ratings themselves, so that the intercept is one of ratings.</summary>
    public bool KeepsRatings => Parts == 1;

    public static DriverGrid Of(AnalysisItem overall, IReadOnlyList<AnalysisItem> drivers)
    {
        int parts = 1;
        foreach (var item in drivers.Prepend(overall))
        {
            if (item.Lowest != overall.Lowest || item.Highest != overall.Highest || item.Scale.Reversed)
                throw new ArgumentException($"{item.Code} is not rated from {overall.Lowest} (worst) to {overall.Highest} (best), as the overall rating is.", nameof(drivers));
            parts = parts / (int)BigInteger.GreatestCommonDivisor(parts, item.Parts) * item.Parts;
        }
        // Codes end at 122; beyond it (means of five and of four items together) parts are rounded to what fits.
        int span = overall.Highest - overall.Lowest;
        return new(overall.Lowest, overall.Highest, Math.Min(parts, Math.Max(1, 120 / span)));
    }

    public DriverAnalysisOptions Options(int passAt, AnalysisOptions options) => new()
    {
        Scale = KeepsRatings ? new(Lowest, Highest) : new(0, (Highest - Lowest) * Parts),
        PassAt = KeepsRatings ? passAt : (passAt - Lowest) * Parts,
        Confidence = options.Confidence,
        Replicates = options.Replicates,
    };

    public DriverData Data(AnalysisItem overall, AnalysisData data) => new()
    {
        Overall = Column(overall),
        Drivers = [.. data.Drivers.Select(Column)],
        Design = data.Design,
    };

    private ReadOnlyMemory<sbyte> Column(AnalysisItem item)
    {
        if (KeepsRatings || (item.Parts == Parts && item.Scale.Minimum == 0)) return item.Answers;
        var answers = item.Answers.Span;
        var codes = new sbyte[answers.Length];
        Span<sbyte> map = stackalloc sbyte[128];
        for (int c = item.Scale.Minimum; c <= item.Scale.Maximum; c++)
            map[c] = (sbyte)Math.Round((item.RatingOf(c) - Lowest) * Parts, MidpointRounding.AwayFromZero);
        for (int i = 0; i < codes.Length; i++) codes[i] = answers[i] < 0 ? answers[i] : map[answers[i]];
        return codes;
    }
}
