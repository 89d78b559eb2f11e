namespace Cadran.Statistics.Drivers;

/// <summary>As <see cref="LinearizedCovariance"/>, variances only; takes many equal-valued units at once.</summary>
internal sealed class DiagonalVariance(SamplingUnits units, int terms)
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
        var rule = units.Policy;
        var lone = units.UnitsInStratum.Count(n => n == 1);
        var errors = new double[terms];
        if ((lone > 0 && rule == LoneCluster.Fail) || lone == units.Strata)
        {
            Array.Fill(errors, double.NaN);
            return errors;
        }
        for (var t = 0; t < terms; t++)
        {
            var variance = 0.0;
            for (var h = 0; h < units.Strata; h++) variance += Stratum(h, t, rule);
            if (rule == LoneCluster.Average) variance *= (double)units.Strata / (units.Strata - lone);
            errors[t] = Math.Sqrt(Math.Max(0, variance));
        }
        return errors;
    }

    private double Stratum(int h, int t, LoneCluster rule)
    {
        double n = units.UnitsInStratum[h];
        var (sum, square) = (sums[(h * terms) + t], squares[(h * terms) + t]);
        var left = units.UnsampledInStratum[h];
        if (n > 1) return left * n / (n - 1) * (square - (sum * sum / n));
        // Influence values add up to zero over all units, so the grand mean a lone unit is centred at is zero.
        return rule == LoneCluster.Adjust ? left * square : 0;
    }
}
