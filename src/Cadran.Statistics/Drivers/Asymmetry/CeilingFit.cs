namespace Cadran.Statistics.Drivers;

/// <summary>Ceilings over one set of conditions, for any pairing of them with the outcomes.</summary>
internal sealed class CeilingFit(double[] x, double lowest, double highest)
{
    // Accuracy counts points on the line as below it despite rounding.
    private const double Rounding = 1e-9;

    public double Scope { get; } = (x[^1] - x[0]) * (highest - lowest);

    /// <summary>Effect of the step, of the hull and of the line; NaN for a line that does not rise.</summary>
    public (double Step, double Hull, double Line) Effects(double[] y)
    {
        var (zone, corners) = Corners(y);
        var (slope, intercept) = Regress(corners);
        return (zone / Scope, ZoneAbove(Hull(corners)) / Scope, slope > 0 ? ZoneAbove(slope, intercept) / Scope : double.NaN);
    }

    /// <summary>
    /// Share of the condition's range above what the highest outcome needs, and of the outcome's range below what the lowest
    /// condition allows. The same for the step and the hull, which start and end at the same corners.
    /// </summary>
    public (double Condition, double Outcome) Inefficiency(double[] y)
    {
        var corners = Corners(y).Corners;
        return ((x[^1] - corners[^1].X) / (x[^1] - x[0]), (corners[0].Y - lowest) / (highest - lowest));
    }

    public (double Condition, double Outcome) Inefficiency(double slope, double intercept) =>
        slope > 0
        ? ((x[^1] - Math.Clamp((highest - intercept) / slope, x[0], x[^1])) / (x[^1] - x[0]),
        (Math.Clamp(intercept + (slope * x[0]), lowest, highest) - lowest) / (highest - lowest))
            : (double.NaN, double.NaN);

    public (double Slope, double Intercept) LineThrough(double[] y) => Regress(Corners(y).Corners);

    public double Accuracy(double[] y, double slope, double intercept) =>
        double.IsNaN(slope) ? double.NaN
        : (double)y.Where((v, i) => v <= intercept + (slope * x[i]) + (Rounding * (highest - lowest))).Count() / y.Length;

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

    // The corners that no line between two others passes above.
    private static List<(double X, double Y)> Hull(List<(double X, double Y)> corners)
    {
        var hull = new List<(double X, double Y)>();
        foreach (var corner in corners)
        {
            while (hull.Count > 1 && (hull[^1].Y - hull[^2].Y) * (corner.X - hull[^2].X) <= (corner.Y - hull[^2].Y)
                * (hull[^1].X - hull[^2].X)) hull.RemoveAt(hull.Count - 1);
            hull.Add(corner);
        }
        return hull;
    }

    private double ZoneAbove(List<(double X, double Y)> hull)
    {
        double zone = 0;
        for (var i = 1; i < hull.Count; i++) zone += (hull[i].X - hull[i - 1].X) * (highest - ((hull[i - 1].Y + hull[i].Y) / 2));
        return zone;
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
