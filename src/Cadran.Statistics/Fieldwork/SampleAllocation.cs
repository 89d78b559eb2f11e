using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Fieldwork;

/// <summary>How a sample is shared out over strata, and how precise it is then.</summary>
/// <remarks>Numbers of people, and shares in [0, 1]. Cochran (1977), ch. 5; with a minimum for each stratum the optimum is that of the
/// strata which are neither at their minimum nor whole (Särndal, Swensson and Wretman 1992, 12.7). Rounded by largest remainders.</remarks>
public static class SampleAllocation
{
    // Strata without spread get what the others cannot take, and nothing before.
    private const double LastInLine = 1e-9;

    /// <summary>Shares a sample out as the population is: each person has the same chance, but for the minimum.</summary>
    /// <param name="population">People in each stratum.</param>
    /// <param name="size">People to draw, at most the population.</param>
    /// <param name="minimum">At least so many of each stratum, or all of it where it has fewer.</param>
    /// <returns>People to draw of each stratum; their sum is the size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number, more people than there are, or fewer than the minimums need.
    /// </exception>
    public static IReadOnlyList<int> Proportional(IReadOnlyList<int> population, int size, int minimum = 0) =>
        Share(population, [.. population.Select(people => (double)people)], size, minimum);

    /// <summary>Neyman's allocation: as the population times the standard deviation is, which makes the error smallest.</summary>
    /// <param name="population">People in each stratum.</param>
    /// <param name="standardDeviations">Of one answer in each stratum, all in one unit; not all zero.</param>
    /// <param name="size">People to draw, at most the population.</param>
    /// <param name="minimum">At least so many of each stratum, or all of it where it has fewer.</param>
    /// <returns>People to draw of each stratum; their sum is the size.</returns>
    /// <exception cref="ArgumentException">Not one standard deviation for each stratum, or all of them zero.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A negative number, more people than there are, or fewer than the minimums need.
    /// </exception>
    public static IReadOnlyList<int> Neyman(
        IReadOnlyList<int> population, IReadOnlyList<double> standardDeviations, int size, int minimum = 0)
    {
        if (standardDeviations.Count != population.Count || !standardDeviations.Any(sd => sd > 0))
            throw new ArgumentException("Each stratum has a standard deviation, and one is above zero.", nameof(standardDeviations));
        if (standardDeviations.Any(sd => !(sd >= 0) || double.IsInfinity(sd)))
            throw new ArgumentOutOfRangeException(nameof(standardDeviations), "A standard deviation is a number of zero or more.");
        var least = LastInLine * standardDeviations.Max();
        return Share(population, [.. population.Zip(standardDeviations, (people, sd) => people * Math.Max(sd, least))], size, minimum);
    }

    /// <summary>Margin of error of a share of the whole population from a stratified sample, with the n − 1 variances and the
    /// finite-population correction of each stratum.</summary>
    /// <param name="population">People in each stratum.</param>
    /// <param name="answers">Answers from each stratum.</param>
    /// <param name="share">The share in every stratum; 0.5 is the least precise.</param>
    /// <param name="confidence">In (0, 1).</param>
    /// <returns>Half-width of the interval, as a proportion. NaN where a stratum with more people has one answer or none.</returns>
    /// <exception cref="ArgumentException">Not one number of answers for each stratum.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A negative number, more answers than people, a share outside [0, 1], a confidence
    /// level outside (0, 1), nobody in the population.</exception>
    public static double MarginOfShare(
        IReadOnlyList<int> population, IReadOnlyList<double> answers, double share = 0.5, double confidence = 0.95)
    {
        Interval.CheckConfidence(confidence);
        if (answers.Count != population.Count)
            throw new ArgumentException("Each stratum has a number of answers.", nameof(answers));
        if (!(share >= 0 && share <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is a proportion between 0 and 1.");
        var all = Sum(population);
        if (all == 0) throw new ArgumentOutOfRangeException(nameof(population), "There is nobody in the population.");
        double variance = 0;
        for (var h = 0; h < population.Count; h++)
        {
            if (!(answers[h] >= 0 && answers[h] <= population[h]))
                throw new ArgumentOutOfRangeException(nameof(answers), answers[h], $"Answers are 0 to the {population[h]} people.");
            if (answers[h] == population[h]) continue;
            if (answers[h] <= 1) return double.NaN;
            var weight = (double)population[h] / all;
            variance += weight * weight * (1 - answers[h] / population[h]) * share * (1 - share) / (answers[h] - 1);
        }
        return Normal.Quantile(0.5 + confidence / 2) * Math.Sqrt(variance);
    }

    private static List<int> Share(IReadOnlyList<int> population, double[] measure, int size, int minimum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        var all = Sum(population);
        int[] least = [.. population.Select(people => Math.Min(people, minimum))];
        if (size < 0 || size > all || size < least.Sum(n => (long)n))
            throw new ArgumentOutOfRangeException(nameof(size), size,
                $"A sample has {least.Sum(n => (long)n)} people, which the minimums need, to {all}, who there are.");
        double Taken(double factor, int h) => Math.Clamp(factor * measure[h], least[h], population[h]);
        double low = 0, high = 1;
        double Total(double factor) => Enumerable.Range(0, measure.Length).Sum(h => Taken(factor, h));
        while (Total(high) < size && high < double.MaxValue / 4) high *= 4;
        for (var step = 0; step < 2200 && low < high; step++)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) break;
            if (Total(middle) < size) low = middle;
            else high = middle;
        }
        return Rounded([.. measure.Select((_, h) => Taken(high, h))], population, size);
    }

    private static List<int> Rounded(double[] exact, IReadOnlyList<int> population, int size)
    {
        // What a rounding error has left under a whole number is that number.
        List<int> rounded = [.. exact.Select(n => (int)Math.Floor(n + 1e-9))];
        var left = size - rounded.Sum();
        foreach (var h in Enumerable.Range(0, exact.Length).OrderByDescending(h => exact[h] - rounded[h]).ThenBy(h => h).ToList())
        {
            if (left <= 0) break;
            if (rounded[h] == population[h]) continue;
            rounded[h]++;
            left--;
        }
        return rounded;
    }

    private static long Sum(IReadOnlyList<int> population)
    {
        foreach (var people in population) ArgumentOutOfRangeException.ThrowIfNegative(people, nameof(population));
        return population.Sum(people => (long)people);
    }
}
