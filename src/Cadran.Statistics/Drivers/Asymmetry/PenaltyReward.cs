using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Drivers;

/// <summary>Penalty-reward contrast analysis: overall on a low and a high dummy of every driver.</summary>
/// <param name="Intercept">Overall rating when every driver is in the middle.</param>
/// <param name="RSquared">Of the dummy regression.</param>
/// <param name="Respondents">Complete cases, unweighted.</param>
/// <param name="Drivers">In the order of the drivers.</param>
/// <remarks>The cut-offs of <see cref="DriverKind"/> vary in the literature; these are one published set.
/// Oracle: R lm on bayesm::customerSat.</remarks>
public sealed record PenaltyReward(double Intercept, double RSquared, int Respondents, IReadOnlyList<PenaltyRewardDriver> Drivers)
{
    /// <summary>What a low and a high rating of each driver go with, others held fixed.</summary>
    /// <param name="data">Ratings and design; complete cases are used.</param>
    /// <param name="lowAt">Ratings up to this are low.</param>
    /// <param name="highFrom">Ratings from this are high.</param>
    /// <exception cref="ArgumentOutOfRangeException">A high mark that is not above the low mark.</exception>
    public static PenaltyReward Fit(DriverData data, int lowAt, int highFrom)
    {
        ArgumentNullException.ThrowIfNull(data);
        data.Check();
        if (highFrom <= lowAt) throw new ArgumentOutOfRangeException(nameof(highFrom), highFrom, $"High must start above low ({lowAt}).");
        var complete = data.CompleteRows(0, sbyte.MaxValue);
        // Incomplete rows get weight zero, which keeps their cluster in the design and them out of the fit.
        var weights = complete.Select((c, i) => c ? data.Design.Weight(i) : 0).ToArray();
        ReadOnlyMemory<double> Dummy(ReadOnlyMemory<sbyte> driver, Func<sbyte, bool> is1) =>
            Enumerable.Range(0, data.Rows).Select(i => complete[i] && is1(driver.Span[i]) ? 1.0 : 0).ToArray();
        ReadOnlyMemory<double>[] columns =
        [
            .. data.Drivers.Select(d => Dummy(d, r => r <= lowAt)),
            .. data.Drivers.Select(d => Dummy(d, r => r >= highFrom)),
        ];
        var overall = Enumerable.Range(0, data.Rows).Select(i => complete[i] ? (double)data.Overall.Span[i] : 0).ToArray();
        var fit = LinearRegression.Fit(columns, overall, weights);
        var errors = data.Rows == 0 ? [.. fit.Coefficients] : fit.DesignErrors(data.Design);
        var p = data.Drivers.Count;
        return new PenaltyReward(fit.Coefficients[0], fit.RSquared, complete.Count(c => c),
            [.. Enumerable.Range(1, p).Select(j => Of(fit.Coefficients[j], errors[j], fit.Coefficients[p + j], errors[p + j]))]);
    }

    private static PenaltyRewardDriver Of(double penalty, double penaltyError, double reward, double rewardError)
    {
        var (up, down) = (Math.Max(0, reward), Math.Max(0, -penalty));
        var range = up + down;
        var asymmetry = range > 0 ? (up - down) / range : double.NaN;
        DriverKind? kind = asymmetry switch
        {
            double.NaN => null,
            > 0.7 => DriverKind.Delighter,
            > 0.2 => DriverKind.Satisfier,
            >= -0.2 => DriverKind.Hybrid,
            >= -0.7 => DriverKind.Dissatisfier,
            _ => DriverKind.Frustrator,
        };
        return new PenaltyRewardDriver(penalty, penaltyError, reward, rewardError, range, asymmetry, kind);
    }
}
