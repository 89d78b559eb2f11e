namespace Cadran.Statistics.Distributions;

/// <summary>F distribution; both degrees of freedom are any number above zero, or infinite.</summary>
public static class FisherF
{
    /// <summary>P(F &gt; f). NaN when a degree of freedom is not above zero.</summary>
    public static double Upper(double f, double numerator, double denominator)
    {
        if (double.IsNaN(f) || !(numerator > 0) || !(denominator > 0)) return double.NaN;
        if (f <= 0) return 1;
        if (double.IsPositiveInfinity(f)) return 0;
        if (double.IsPositiveInfinity(numerator))
            return double.IsPositiveInfinity(denominator) ? f < 1 ? 1 : 0 : ChiSquared.Lower(denominator / f, denominator);
        if (double.IsPositiveInfinity(denominator)) return ChiSquared.Upper(f * numerator, numerator);
        double product = numerator * f, sum = denominator + product;
        return IncompleteBeta.Regularized(denominator / 2, numerator / 2, denominator / sum, product / sum).Lower;
    }
}
