namespace Cadran.Statistics.Drivers;

/// <summary>As <see cref="UnitCovariance"/>, variances only; takes many equal-valued units at once.</summary>
internal sealed class UnitVariance(SamplingUnits units, int terms)
{
    private readonly double[] sums = new double[units.Strata * terms];
    private readonly double[] squares = new double[units.Strata * terms];

    /// <param name="stratum">Stratum of the units.</param>
    /// <param name="z">Influence of one unit per unit of weight.</param>
    /// <param name="weight">Sum of the units' weights.</param>
    /// <param name="squared">Sum of their squared weights.</param>
    public void Add(int stratum, ReadOnlySpan<double> z, double weight, double squared)
    {
        for (var t = 0; t < terms; t++)
        {
            sums[(stratum * terms) + t] += weight * z[t];
            squares[(stratum * terms) + t] += squared * z[t] * z[t];
        }
    }

    public double[] StandardErrors()
    {
        var variances = new double[terms];
        for (var t = 0; t < terms; t++)
            for (var h = 0; h < units.Strata; h++)
                variances[t] += Stratum(h, t);
        if (units.Refused || units.DegreesOfFreedom <= 0) Array.Fill(variances, double.NaN);
        else if (units.Policy == LoneCluster.Average) units.ScaleToAllStrata(variances);
        return Array.ConvertAll(variances, v => Math.Sqrt(Math.Max(0, v)));
    }

    private double Stratum(int h, int t)
    {
        double n = units.UnitsInStratum[h];
        var (sum, square) = (sums[(h * terms) + t], squares[(h * terms) + t]);
        if (n > 1) return units.UnsampledInStratum[h] * n / (n - 1) * (square - (sum * sum / n));
        // Influence values add up to zero over all units, so the grand mean a lone unit is centred at is zero.
        return units.Policy == LoneCluster.Adjust && units.IsLone(h) ? units.UnsampledInStratum[h] * square : 0;
    }
}
