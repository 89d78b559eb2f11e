using Cadran.Statistics.Distributions;

namespace Cadran.Statistics.Fieldwork;

/// <summary>How many answers a survey needs, and how precise a number of answers is.</summary>
/// <remarks>Proportions in [0, 1], margins in the same unit. Cochran (1977), ch. 4. Oracle: misc_R.json.</remarks>
public static class SampleSize
{
    /// <summary>Answers needed for a margin of error on a share; unrounded, round up.</summary>
    /// <param name="margin">Half-width of the interval, as a proportion: 0.03 for three points.</param>
    /// <param name="share">Expected share; 0.5 is the most demanding.</param>
    /// <param name="population">People to draw from; infinity when large or unknown.</param>
    /// <param name="confidence">In (0, 1).</param>
    /// <param name="designEffect">Variance factor of clustering and weighting, 1 for a simple sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">A margin or a confidence level outside (0, 1), a share outside [0, 1], a population or
    /// a design effect of zero or less.</exception>
    public static double ForShare(double margin, double share = 0.5, double population = double.PositiveInfinity, double confidence = 0.95,
        double designEffect = 1)
    {
        if (!(margin > 0 && margin < 1))
            throw new ArgumentOutOfRangeException(
                nameof(margin), margin, "A margin of a share is a proportion between 0 and 1: 0.03 for three points.");
        if (!(share >= 0 && share <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is a proportion between 0 and 1.");
        return Finite(Z(confidence) * Z(confidence) * share * (1 - share) / (margin * margin), population, designEffect);
    }

    /// <summary>
    /// Answers needed for a margin of error on a mean with the given standard deviation (22 to 28 is usual for 0–100
    /// scores); unrounded, round up.
    /// </summary>
    /// <param name="margin">Half-width of the interval, in the unit of the mean.</param>
    /// <param name="standardDeviation">Of one answer, same unit.</param>
    /// <param name="population">People to draw from; infinity when large or unknown.</param>
    /// <param name="confidence">In (0, 1).</param>
    /// <param name="designEffect">Variance factor of clustering and weighting, 1 for a simple sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">A margin, a population or a design effect of zero or less, a negative standard
    /// deviation, a confidence level outside (0, 1).</exception>
    public static double ForMean(double margin, double standardDeviation, double population = double.PositiveInfinity,
        double confidence = 0.95, double designEffect = 1)
    {
        if (!(margin > 0)) throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin is above zero.");
        if (!(standardDeviation >= 0))
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "A standard deviation is not negative.");
        return Finite(Math.Pow(Z(confidence) * standardDeviation / margin, 2), population, designEffect);
    }

    /// <summary>Answers per wave needed to detect a change between two independent waves; unrounded, round up.</summary>
    /// <param name="change">Smallest change worth finding, in the unit of the mean.</param>
    /// <param name="standardDeviation">Of one answer, same unit.</param>
    /// <param name="level">Chance of a false alarm, two-sided, in (0, 1).</param>
    /// <param name="power">Chance of finding the change, in (0, 1).</param>
    /// <param name="designEffect">Variance factor of clustering and weighting, 1 for a simple sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">A change or a design effect of zero or less, a negative standard deviation, a level or
    /// a power outside (0, 1), a power that chance alone has (level/2 or less).</exception>
    public static double ForChange(double change, double standardDeviation, double level = 0.05, double power = 0.8,
        double designEffect = 1)
    {
        if (!(change > 0)) throw new ArgumentOutOfRangeException(nameof(change), change, "A change is above zero.");
        if (!(standardDeviation >= 0))
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "A standard deviation is not negative.");
        CheckEffect(designEffect);
        var errors = Comparison.Change.Detectable(1, double.PositiveInfinity, level, power);
        return designEffect * 2 * Math.Pow(errors * standardDeviation / change, 2);
    }

    /// <summary>
    /// Answers per wave needed to detect a change of a share between two independent waves of one population; unrounded, round up.
    /// </summary>
    /// <param name="change">Smallest change worth finding, as a proportion: 0.05 for five points.</param>
    /// <param name="share">Expected share; 0.5 is the most demanding.</param>
    /// <param name="population">People to draw from each time; infinity when large or unknown.</param>
    /// <param name="level">Chance of a false alarm, two-sided, in (0, 1).</param>
    /// <param name="power">Chance of finding the change, in (0, 1).</param>
    /// <param name="designEffect">Variance factor of clustering and weighting, 1 for a simple sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="ForChange"/>; a share outside [0, 1], a change of 1 or more, a
    /// population of zero or less.</exception>
    public static double ForChangeOfShare(double change, double share = 0.5, double population = double.PositiveInfinity,
        double level = 0.05, double power = 0.8, double designEffect = 1)
    {
        if (!(change < 1)) throw new ArgumentOutOfRangeException(nameof(change), change, "A change of a share is a proportion below 1.");
        if (!(share >= 0 && share <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is a proportion between 0 and 1.");
        CheckEffect(designEffect);
        return Finite(ForChange(change, Math.Sqrt(share * (1 - share)), level, power), population, designEffect);
    }

    /// <summary>
    /// Change of a share that two independent waves of so many answers each find with the given power; the inverse of
    /// <see cref="ForChangeOfShare"/>, but with the n − 1 variance.
    /// </summary>
    /// <param name="answers">Answers of each wave, above 1.</param>
    /// <param name="share">Expected share; 0.5 is the most demanding.</param>
    /// <param name="population">People drawn from each time; infinity when large or unknown.</param>
    /// <param name="level">Chance of a false alarm, two-sided, in (0, 1).</param>
    /// <param name="power">Chance of finding the change, in (0, 1).</param>
    /// <param name="designEffect">Variance factor of clustering and weighting, 1 for a simple sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="MarginOfShare"/> and <see cref="ForChange"/>.</exception>
    public static double DetectableChangeOfShare(double answers, double share = 0.5, double population = double.PositiveInfinity,
        double level = 0.05, double power = 0.8, double designEffect = 1)
    {
        var error = MarginOfShare(answers, share, population, 0.95, designEffect) / Z(0.95);
        return error == 0 ? 0 : Comparison.Change.Detectable(Math.Sqrt(2) * error, double.PositiveInfinity, level, power);
    }

    /// <summary>Margin of error of a share from a simple sample, with the n − 1 variance and the finite-population correction.</summary>
    /// <param name="answers">Answers collected, above 1.</param>
    /// <param name="share">The share, in [0, 1]; 0.5 is the least precise.</param>
    /// <param name="population">People drawn from; infinity when large or unknown.</param>
    /// <param name="confidence">In (0, 1).</param>
    /// <param name="designEffect">Variance factor of clustering and weighting, 1 for a simple sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">One answer or fewer, more answers than people, a share outside [0, 1], a design effect
    /// of zero or less, a confidence level outside (0, 1).</exception>
    public static double MarginOfShare(double answers, double share = 0.5, double population = double.PositiveInfinity,
        double confidence = 0.95, double designEffect = 1)
    {
        if (!(answers > 1) || !(answers <= population))
            throw new ArgumentOutOfRangeException(
                nameof(answers), answers, $"Answers are more than 1 and at most the population of {population}.");
        if (!(share >= 0 && share <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is a proportion between 0 and 1.");
        CheckEffect(designEffect);
        var unsampled = double.IsPositiveInfinity(population) ? 1 : 1 - answers / population;
        return Z(confidence) * Math.Sqrt(designEffect * unsampled * share * (1 - share) / (answers - 1));
    }

    /// <summary>Invitations to send for a number of answers at an expected response rate; rounded up.</summary>
    /// <param name="answers">Answers needed.</param>
    /// <param name="responseRate">Share of the invited who answer, in (0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A response rate outside (0, 1], a negative number of answers, more
    /// than 2,147,483,647 invitations.</exception>
    public static int Invitations(double answers, double responseRate)
    {
        if (!(responseRate > 0 && responseRate <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(responseRate), responseRate, "A response rate is a proportion above 0 and at most 1: 0.3 for 30 %.");
        if (!(answers >= 0)) throw new ArgumentOutOfRangeException(nameof(answers), answers, "A number of answers is not negative.");
        var invitations = Math.Ceiling(answers / responseRate - 1e-9);
        return invitations <= int.MaxValue ? (int)invitations
            : throw new ArgumentOutOfRangeException(nameof(answers), answers,
            $"At a response rate of {responseRate} they take more invitations than can be counted ({int.MaxValue}).");
    }

    private static double Finite(double n0, double population, double designEffect)
    {
        CheckEffect(designEffect);
        if (!(population > 0)) throw new ArgumentOutOfRangeException(nameof(population), population, "A population is above zero.");
        var n = n0 * designEffect;
        return double.IsPositiveInfinity(population) ? n : double.IsPositiveInfinity(n) ? population : n / (1 + (n - 1) / population);
    }

    private static void CheckEffect(double designEffect)
    {
        if (!(designEffect > 0))
            throw new ArgumentOutOfRangeException(nameof(designEffect), designEffect, "A design effect is above zero.");
    }

    private static double Z(double confidence)
    {
        Interval.CheckConfidence(confidence);
        return Normal.Quantile(0.5 + confidence / 2);
    }
}
