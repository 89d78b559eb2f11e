using Cadran.Statistics.Fieldwork;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Fieldwork;

/// <summary>Who gets how many of a sample: worked by hand from the formulas, margins by R 4.2.2, survey 4.1-1.</summary>
public class SampleAllocationTests
{
    [Fact]
    public void Proportional_ByHand()
    {
        // 150 of 2,000: 30, 67.5 and 52.5; the two halves go to the first of them.
        Assert.Equal([30, 68, 52], SampleAllocation.Proportional([400, 900, 700], 150));
        Assert.Equal([0, 0, 0], SampleAllocation.Proportional([400, 900, 700], 0));
        Assert.Equal([400, 900, 700], SampleAllocation.Proportional([400, 900, 700], 2000));
    }

    // N S = 4000, 22500, 10500 of 37000: 150 of them are 16.216, 91.216 and 42.568 (R).
    [Fact]
    public void Neyman_ByHand() => Assert.Equal([16, 91, 43], SampleAllocation.Neyman([400, 900, 700], [10, 25, 15], 150));

    [Fact]
    public void Minimum_IsKept_AndTheOthersShareTheRest()
    {
        // The first needs 50; 100 are shared by the others as 900 to 700: 56.25 and 43.75, which is below its 50; so 50 and 50.
        Assert.Equal([50, 50, 50], SampleAllocation.Proportional([400, 900, 700], 150, 50));
        Assert.Equal([20, 73, 57], SampleAllocation.Proportional([20, 900, 700], 150, 20));
        // A stratum smaller than the minimum is taken whole.
        Assert.Equal([5, 95], SampleAllocation.Proportional([5, 995], 100, 30));
    }

    [Fact]
    public void WholeStrata_GiveTheirShareToTheOthers() =>
        Assert.Equal([10, 63, 27], SampleAllocation.Neyman([10, 100, 100], [500, 7, 3], 100));

    [Fact]
    public void StrataWithoutSpread_ComeLast()
    {
        Assert.Equal([0, 50], SampleAllocation.Neyman([100, 100], [0, 5], 50));
        Assert.Equal([20, 100], SampleAllocation.Neyman([100, 100], [0, 5], 120));
    }

    [Fact]
    public void Neyman_HasTheSmallestErrorOfAllAllocations()
    {
        int[] people = [30, 50, 20];
        double[] spread = [8, 3, 12];
        double Variance(IReadOnlyList<int> n) => Enumerable.Range(0, 3).Sum(h => n[h] == 0 ? double.PositiveInfinity
            : Math.Pow(people[h] * spread[h], 2) * (1.0 / n[h] - 1.0 / people[h]));
        var best = double.PositiveInfinity;
        for (var a = 1; a <= 20; a++)
            for (var b = 1; b <= 25 - a - 1; b++)
                if (25 - a - b <= 20) best = Math.Min(best, Variance([a, b, 25 - a - b]));
        // Whole numbers by largest remainders are the best or lie beside it.
        Assert.InRange(Variance(SampleAllocation.Neyman(people, spread, 25)), best, best * 1.01);
    }

    [Fact]
    public void Margin_OfAStratifiedSample_IsThatOfR()
    {
        Near(0.0786913660625918, SampleAllocation.MarginOfShare([400, 900, 700], [40, 60, 50]), 1e-12);
        // One stratum is a simple sample.
        Near(SampleSize.MarginOfShare(400, population: 1000), SampleAllocation.MarginOfShare([1000], [400]), 1e-12);
        Assert.Equal(0, SampleAllocation.MarginOfShare([10, 20], [10, 20]));
        Assert.True(double.IsNaN(SampleAllocation.MarginOfShare([10, 20], [1, 20])));
    }

    [Fact]
    public void WhatCannotBe_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleAllocation.Proportional([10, 10], 21));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleAllocation.Proportional([10, 10], 5, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleAllocation.Proportional([10, -1], 5));
        Assert.Throws<ArgumentException>(() => SampleAllocation.Neyman([10, 10], [0, 0], 5));
        Assert.Throws<ArgumentException>(() => SampleAllocation.Neyman([10, 10], [1], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleAllocation.Neyman([10, 10], [1, double.PositiveInfinity], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleAllocation.MarginOfShare([10, 10], [5, 11]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleAllocation.MarginOfShare([], []));
    }
}
