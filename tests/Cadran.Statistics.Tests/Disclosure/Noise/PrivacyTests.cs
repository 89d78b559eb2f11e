using Cadran.Statistics.Disclosure;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests.Disclosure;

public sealed class PrivacyTests
{
    [Fact]
    public void Noise_IsLaplace()
    {
        var random = new PortableRandom(2026);
        double[] draws = [.. Enumerable.Range(0, 40_000).Select(_ => NoisyCounts.Draw(random, 2.5)).Order()];
        // Kolmogorov–Smirnov against the distribution function: 1.628/√n is the 1 % critical value.
        static double Cumulative(double x) => x < 0 ? 0.5 * Math.Exp(x / 2.5) : 1 - (0.5 * Math.Exp(-x / 2.5));
        var distance =
            draws.Select((x, i) => Math.Max(Math.Abs(Cumulative(x) - (i / 40_000.0)), Math.Abs(Cumulative(x) - ((i + 1) / 40_000.0))))
            .Max();
        Assert.True(distance < 1.628 / Math.Sqrt(40_000), $"{distance}");
        // Quantiles in closed form, within four standard errors of an order statistic.
        foreach (var p in new[] { 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99 })
        {
            var exact = p < 0.5 ? 2.5 * Math.Log(2 * p) : -2.5 * Math.Log(2 * (1 - p));
            var density = Math.Exp(-Math.Abs(exact) / 2.5) / 5;
            Assert.Equal(exact, draws[(int)(p * 40_000)], 4 * Math.Sqrt(p * (1 - p) / 40_000) / density);
        }
    }

    [Fact]
    public void Neighbours_AreHardToTellApart()
    {
        // The promise itself: no published value is e^ε times likelier with one person more. 200,000 releases of 20 and of 21.
        const double epsilon = 0.5;
        var (with, without) = (Shares(21), Shares(20));
        foreach (var value in with.Keys.Intersect(without.Keys).Where(v => with[v] + without[v] > 0.01))
            Assert.InRange(with[value] / without[value], Math.Exp(-epsilon) * 0.9, Math.Exp(epsilon) * 1.1);

        static Dictionary<long, double> Shares(long count)
        {
            var noisy = new NoisyCounts(new PrivacyBudget(1), (ulong)count);
            return noisy.Publish([.. Enumerable.Repeat(count, 200_000)], epsilon, "test")!.CountBy(v => v)
                .ToDictionary(v => v.Key, v => v.Value / 200_000.0);
        }
    }

    [Fact]
    public void Counts_AreUnbiasedAwayFromZero_AndWiderForTotals()
    {
        var counts = Enumerable.Repeat(100L, 20_000).ToList();
        var once = new NoisyCounts(new PrivacyBudget(1), 5).Publish(counts, 1, "cells")!;
        var twice = new NoisyCounts(new PrivacyBudget(1), 5).Publish(counts, 1, "cells and totals", cellsPerPerson: 2)!;
        // Variance 2b² + 1/12 of rounding; standard errors of mean and variance at most 0.03 and 0.5.
        Assert.Equal(100, once.Average(), 0.06);
        Assert.Equal(2, once.Average(v => (v - 100.0) * (v - 100)), 0.4);
        Assert.Equal(8, twice.Average(v => (v - 100.0) * (v - 100)), 1.0);
        Assert.All(new NoisyCounts(new PrivacyBudget(1), 6).Publish([.. Enumerable.Repeat(0L, 1000)], 0.1, "zeros")!,
            v => Assert.True(v >= 0));
    }

    [Fact]
    public void SameSeed_SameNumbers()
    {
        IReadOnlyList<long> Publish(ulong seed) => new NoisyCounts(new PrivacyBudget(1), seed).Publish([10, 20, 30, 40], 0.2, "x")!;
        Assert.Equal(Publish(3), Publish(3));
        Assert.NotEqual(Publish(3), Publish(4));
    }

    [Fact]
    public void Budget_IsNeverOverdrawn_AndTheRefusalCostsNothing()
    {
        var budget = new PrivacyBudget(1);
        var noisy = new NoisyCounts(budget, 1);
        for (var k = 0; k < 10; k++) Assert.NotNull(noisy.Publish([5], 0.1, $"wave {k}"));
        Assert.Null(noisy.Publish([5], 0.01, "one more"));
        Assert.Equal(10, budget.Spent.Count);
        Assert.Equal(0, budget.Remaining, 1e-12);
        var half = new PrivacyBudget(1);
        Assert.False(half.TrySpend("too much", 1.01));
        Assert.True(half.TrySpend("all", 1));
    }

    [Fact]
    public void StoredLedger_GoesOnWhereItStopped()
    {
        var first = new PrivacyBudget(2);
        first.TrySpend("table 1", 0.7);
        var second = new PrivacyBudget(2, first.Spent);
        Assert.Equal(1.3, second.Remaining, 1e-15);
        Assert.Equal([new PrivacySpending("table 1", 0.7)], second.Spent);
    }

    [Fact]
    public void EdgeInputs_HaveDocumentedOutcomes()
    {
        Assert.Empty(new NoisyCounts(new PrivacyBudget(1), 1).Publish([], 0.5, "nothing")!);
        Assert.Equal(
            -1L, Assert.Throws<ArgumentOutOfRangeException>(
                () => new NoisyCounts(new PrivacyBudget(1), 1).Publish([3, -1], 0.5, "x")).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => new NoisyCounts(new PrivacyBudget(1), 1).Publish([3], 0.5, "x", 0));
        foreach (var epsilon in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new PrivacyBudget(epsilon));
            Assert.Throws<ArgumentOutOfRangeException>(() => new PrivacyBudget(1).TrySpend("x", epsilon));
        }
        Assert.Throws<ArgumentException>(() => new PrivacyBudget(1).TrySpend(" ", 0.1));
        Assert.Equal(0, new PrivacyBudget(1, [new("earlier", 3)]).Remaining);
    }
}
