namespace Cadran.Statistics.Drivers;

/// <summary>
/// Gap formulas that rank items by what is asked for and what is given; all on one scale chosen by the caller. NaN, a rating
/// nobody gave, gives NaN.
/// </summary>
/// <remarks>Gaps are differences of two ratings of the same person and share their errors: show
/// <see cref="DifferenceReliability"/> beside them.</remarks>
public static class PriorityGaps
{
    /// <summary>Performance minus expectation (SERVQUAL, Parasuraman and others 1988); negative when the service falls short.</summary>
    /// <param name="performance">What was experienced.</param>
    /// <param name="expectation">What was expected, on the same scale.</param>
    /// <exception cref="ArgumentOutOfRangeException">An infinite rating.</exception>
    public static double Service(double performance, double expectation) => Rating(performance) - Rating(expectation);

    /// <summary>
    /// importance·(expectation - performance)/maximum, where <paramref name="maximum"/> is the top of the importance scale;
    /// positive when the service falls short.
    /// </summary>
    /// <param name="importance">Stated importance.</param>
    /// <param name="expectation">What was expected.</param>
    /// <param name="performance">What was experienced.</param>
    /// <param name="maximum">Top of the importance scale, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A top of the scale that is not above zero, an infinite rating.</exception>
    public static double Weighted(double importance, double expectation, double performance, double maximum) =>
        Rating(maximum) > 0 ? Rating(importance) * Service(expectation, performance) / maximum
            : throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "The top of the importance scale lies above zero.");

    /// <summary>importance + max(importance - performance, 0): unmet importance counts twice (Ulwick 2005).</summary>
    /// <param name="importance">On the scale of performance.</param>
    /// <param name="performance">What was experienced.</param>
    /// <exception cref="ArgumentOutOfRangeException">An infinite rating.</exception>
    public static double Opportunity(double importance, double performance) => importance + Math.Max(Service(importance, performance), 0);

    /// <summary>Reliability of a difference of two scores of equal variance: (r_xx + r_yy - 2 r_xy)/(2 - 2 r_xy).</summary>
    /// <param name="first">Reliability of the first score, in [0, 1].</param>
    /// <param name="second">Reliability of the second.</param>
    /// <param name="correlation">Correlation of the two scores, in [-1, 1].</param>
    /// <returns>Can be negative when the scores correlate more than their reliabilities allow; NaN when they correlate perfectly.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A reliability outside [0, 1] or a correlation outside [−1, 1].</exception>
    public static double DifferenceReliability(double first, double second, double correlation)
    {
        if (!(first is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(first), first, "A reliability lies between 0 and 1.");
        if (!(second is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(second), second, "A reliability lies between 0 and 1.");
        if (!(correlation is >= -1 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "A correlation lies between -1 and 1.");
        return correlation == 1 ? double.NaN : (first + second - (2 * correlation)) / (2 - (2 * correlation));
    }

    private static double Rating(double value) =>
        double.IsInfinity(value) ? throw new ArgumentOutOfRangeException(nameof(value), value, "A rating is finite.") : value;
}
