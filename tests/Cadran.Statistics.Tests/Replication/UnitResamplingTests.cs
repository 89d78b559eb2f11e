using Cadran.Statistics.Drivers;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Simulation;
using Cadran.Statistics.Tests.Drivers;

namespace Cadran.Statistics.Tests.Replication;

/// <summary>
/// The one resampler, against what survey theory says of it: E(factor) = 1 and the variance of a resampled total
/// is the linearised one.
/// </summary>
public class UnitResamplingTests
{
    [Fact]
    public void Draws_VaryAsTheLinearisedErrorOfATotal()
    {
        int[] stratum = [0, 1, 0, 2, 1, 0, 1, 1, 3, 1];
        double[] total = [3, 8, 5, 40, 1, 10, 4, 4, 7, 9], unsampled = [1, .6, 1, .5];
        var resampling = new UnitResampling(stratum, unsampled);
        // Σ (1−f)·n/(n−1)·Σ(y−ȳ)² by stratum; strata 2 and 3 have one unit, which stays: 39 in stratum 0, 5/4·.6·42.8 in stratum 1.
        var expected = 1.5 * ((3 - 6.0) * (3 - 6) + (5 - 6) * (5 - 6) + (10 - 6) * (10 - 6)) + 1.25 * .6
            * (Square(8 - 5.2) + Square(1 - 5.2) + 2 * Square(4 - 5.2) + Square(9 - 5.2));
        const int Draws = 40_000;
        var random = new PortableRandom(11);
        double sum = 0, squares = 0;
        var (factors, mean) = (new double[stratum.Length], new double[stratum.Length]);
        for (var r = 0; r < Draws; r++)
        {
            resampling.Draw(random, factors);
            Assert.Equal((1, 1), (factors[3], factors[8]));
            Assert.Equal(3, factors[0] + factors[2] + factors[5], 1e-12);
            // Without a population a factor is n/(n−1) times a whole number of draws.
            Assert.Equal(Math.Round(factors[0] / 1.5), factors[0] / 1.5, 1e-12);
            var value = 0.0;
            for (var u = 0; u < factors.Length; u++)
            {
                value += factors[u] * total[u];
                mean[u] += factors[u] / Draws;
            }
            sum += value;
            squares += value * value;
        }
        // An estimated variance of 40,000 values is right to about 0.7 %, a mean factor to less than 0.01: four of either.
        Assert.InRange((squares - sum * sum / Draws) / (Draws - 1) / expected, .97, 1.03);
        Assert.All(mean, m => Assert.Equal(1, m, .03));

        static double Square(double x) => x * x;
    }

    [Fact]
    public void LeavingOneOut_LetsTheOthersOfItsStratumStandIn()
    {
        var resampling = new UnitResampling([0, 1, 0, 1, 1], [1, 1]);
        var factors = new double[5];
        resampling.LeaveOut(3, factors);
        Assert.Equal([1, 1.5, 1, 0, 1.5], factors);
        Assert.Equal((2, 3), (resampling.Together(0), resampling.Together(1)));
    }

    [Fact]
    public void EveryBootstrapOfTheLibrary_TakesTheSameSamples()
    {
        var data = CmtDrivers.Wave1();
        DriverAnalysisOptions options = new() { Replicates = 200, Seed = 12 };
        var complete = data.CompleteRows(1, 5);
        double[] score = [.. complete.Select((c, i) => c ? 25.0 * (data.Overall.Span[i] - 1) : double.NaN)];
        double[] Ratings(ReadOnlyMemory<sbyte> column) => [.. complete.Select((c, i) => c ? column.Span[i] : double.NaN)];
        var columns = DriverContent.InOrder(data, complete).Select(j => data.Drivers[j]).Append(data.Overall);
        ReadOnlyMemory<double>[] content = [.. columns.Select(c => (ReadOnlyMemory<double>)Ratings(c))];
        var mean = Replicates.Bootstrap(data.Design, 200, seed: 12, content).Mean(score);
        // Nobody moved: what is left is the score and its error, from the replicates of the driver analysis.
        var still = WhatIf.Fit(data, options).Move([0], fraction: 0).Score;
        Close.To(mean.Value, still.Value, 1e-12);
        Close.To(mean.StandardError, still.StandardError, 1e-10);
    }
}
