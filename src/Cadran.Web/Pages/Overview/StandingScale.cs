using Cadran.Reporting;
using Cadran.Web.Words;

namespace Cadran.Web.Pages.Overview;

/// <summary>One scale for the intervals and the lines of all rows of a page, so that they can be compared by eye.</summary>
public sealed record StandingScale(int Low, int High)
{
    public const int Width = 120, Line = 70, Height = 22;
    private const double Edge = 5;

    public static StandingScale Of(IReadOnlyCollection<ServiceStanding> rows)
    {
        double[] values = [.. rows.SelectMany(r => r.Trend).Where(p => p.Score?.IsShown == true).SelectMany(p =>
            new[] { p.Score!.Score.Low, p.Score.Score.High, p.Score.Score.Estimate }).Where(double.IsFinite)];
        if (values.Length == 0) return new(0, 100);
        int low = Math.Clamp(10 * (int)Math.Floor(values.Min() / 10), 0, 90);
        int high = Math.Clamp(10 * (int)Math.Ceiling(values.Max() / 10), 10, 100);
        return new(low, high > low ? high : low + 10);
    }

    /// <summary>Where a score stands on the scale of that width.</summary>
    public string X(double score) => At(Edge + Share(score) * (Width - 2 * Edge));

    /// <summary>Length of an interval.</summary>
    public string Length(double low, double high) => At(Math.Max(1, (Share(high) - Share(low)) * (Width - 2 * Edge)));

    /// <summary>Points of the line through the last waves; a wave without a score leaves no point.</summary>
    public IReadOnlyList<(string X, string Y)> Points(IReadOnlyList<StandingPoint> trend) =>
        [.. trend.Index().Where(p => p.Item.Score?.IsShown == true).Select(p =>
            (At(Edge + p.Index * (Line - 2 * Edge) / Math.Max(1, trend.Count - 1)),
            At(Height - 4 - Share(p.Item.Score!.Score.Estimate) * (Height - 8))))];

    private double Share(double score) => Math.Clamp((score - Low) / (High - Low), 0, 1);

    private static string At(double place) => Numbers.Invariant(Math.Round(place, 1));
}
