namespace Cadran.Statistics.Drivers;

/// <summary>Ceilings over one set of conditions, for any pairing of them with the outcomes.</summary>
internal sealed class CeilingFit(double[] x, double lowest, double highest)
{
    // Accuracy counts points on the line as below it despite rounding.
    private const double Rounding = 1e-9;

    public double Scope { get; } = (x[^1] - x[0]) * (highest - lowest);

    /// <summary>Effect of the step and of the line; NaN for a line that does not rise.</summary>
    public (double Step, double Line) Effects(double[] y)
    {
        var (zone, corners) = Corners(y);
        var (slope, intercept) = Regress(corners);
        return (zone / Scope, slope > 0 ? ZoneAbove(slope, intercept) / Scope : double.NaN);
    }

    public (double Slope, double Intercept) LineThrough(double[] y) => Regress(Corners(y).Corners);

    public double Accuracy(double[] y, double slope, double intercept) =>
        double.IsNaN(slope) ? double.NaN : (double)y.Where((v, i) => v <= intercept + (slope * x[i]) + (Rounding * (highest - lowest))).Count() / y.Length;

    // Walks up the conditions; equal conditions form one step.
    private (double Zone, List<(double X, double Y)> Corners) Corners(double[] y)
    {
        var corners = new List<(double X, double Y)>();
        var (zone, top) = (0.0, double.NegativeInfinity);
        for (var i = 0; i < x.Length;)
        {
            var (from, best) = (i, top);
            for (; i < x.Length && x[i] == x[from]; i++) best = Math.Max(best, y[i]);
            if (best > top) corners.Add((x[from], best));
            top = best;
            if (i < x.Length) zone += (x[i] - x[from]) * (highest - top);
        }
        return (zone, corners);
    }

    private static (double Slope, double Intercept) Regress(List<(double X, double Y)> corners)
    {
        if (corners.Count < 2) return (double.NaN, double.NaN);
        var (mx, my) = (corners.Average(c => c.X), corners.Average(c => c.Y));
        var slope = corners.Sum(c => (c.X - mx) * (c.Y - my)) / corners.Sum(c => (c.X - mx) * (c.X - mx));
        return (slope, my - (slope * mx));
    }

    // Area of the scope above a rising line: a trapezium between where the line enters and where it leaves the rectangle.
    private double ZoneAbove(double slope, double intercept)
    {
        var bottom = Math.Clamp((lowest - intercept) / slope, x[0], x[^1]);
        var top = Math.Clamp((highest - intercept) / slope, x[0], x[^1]);
        double Above(double at) => highest - Math.Clamp(intercept + (slope * at), lowest, highest);
        return ((bottom - x[0]) * (highest - lowest)) + ((top - bottom) * (Above(bottom) + Above(top)) / 2);
    }
}
