using Cadran.Statistics.Fieldwork;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Fieldwork;

/// <summary>Draws: the chances that are stated are those with which people are drawn, and a seed gives the same people for ever.</summary>
public class SampleDrawTests
{
    private const int Draws = 4000;

    // Five standard deviations: one test in a million is outside by chance, of some forty people here.
    private static void IsDrawnWith(double chance, int times) =>
        Assert.InRange(times, Draws * chance - 5 * Math.Sqrt(Draws * chance * (1 - chance)) - 1e-9,
            Draws * chance + 5 * Math.Sqrt(Draws * chance * (1 - chance)) + 1e-9);

    [Fact]
    public void Stratified_DrawsEachPersonWithTheStatedChance()
    {
        int[] strata = [0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 2, 2];
        var times = new int[strata.Length];
        var pairs = 0;
        for (ulong seed = 1; seed <= Draws; seed++)
        {
            var drawn = SampleDraw.Stratified(strata, [2, 4, 2], seed);
            Assert.Equal(8, drawn.Positions.Count);
            foreach (var (position, chance) in drawn.Positions.Zip(drawn.Probabilities))
            {
                times[position]++;
                Assert.Equal(strata[position] switch { 0 => 2 / 5.0, 1 => 4 / 7.0, _ => 1 }, chance);
            }
            if (drawn.Positions.Contains(0) && drawn.Positions.Contains(2)) pairs++;
        }
        for (var i = 0; i < strata.Length; i++)
            IsDrawnWith(strata[i] switch { 0 => 2 / 5.0, 1 => 4 / 7.0, _ => 1 }, times[i]);
        // Two of one stratum together: 2/5 · 1/4.
        IsDrawnWith(.1, pairs);
    }

    [Fact]
    public void TwoStage_DrawsEachPersonWithTheStatedChance()
    {
        int[] clusters = [0, 0, 0, 0, 1, 1, 2, 2, 2, 3];
        var times = new int[clusters.Length];
        double Chance(int cluster) => 2 / 4.0 * cluster switch { 0 => 2 / 4.0, 1 => 1, 2 => 2 / 3.0, _ => 1 };
        for (ulong seed = 1; seed <= Draws; seed++)
        {
            var drawn = SampleDraw.TwoStage(clusters, 4, 2, 2, seed);
            Assert.Equal(2, drawn.Positions.Select(p => clusters[p]).Distinct().Count());
            foreach (var (position, chance) in drawn.Positions.Zip(drawn.Probabilities))
            {
                times[position]++;
                Near(Chance(clusters[position]), chance, 1e-15);
            }
        }
        for (var i = 0; i < clusters.Length; i++) IsDrawnWith(Chance(clusters[i]), times[i]);
    }

    // By a second program (Python) written from the published algorithms: other numbers are another version of the draw.
    [Fact]
    public void ASeed_GivesThesePeopleForEver()
    {
        Assert.Equal("cadran.draw/1", SampleDraw.Algorithm);
        var one = new int[20];
        Assert.Equal(SampleDraw.Stratified(one, [5], 42).Positions, SampleDraw.Stratified(one, [5], 42).Positions);
        Assert.Equal("2 8 11 13 18", string.Join(' ', SampleDraw.Stratified(one, [5], 42).Positions));
        Assert.Equal("6 7 9 11", string.Join(' ', SampleDraw.TwoStage([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3], 4, 2, 2, 7).Positions));
    }

    [Fact]
    public void Census_TakesEverybody()
    {
        var all = SampleDraw.Census(3);
        Assert.Equal([0, 1, 2], all.Positions);
        Assert.Equal([1.0, 1, 1], all.Probabilities);
    }

    [Fact]
    public void DesignWeights_AddUpToThePopulation()
    {
        int[] strata = [.. Enumerable.Range(0, 1000).Select(i => i % 7 < 2 ? 0 : 1)];
        var drawn = SampleDraw.Stratified(strata, [50, 60], 3);
        Near(1000, drawn.Probabilities.Sum(p => 1 / p), 1e-12);
    }

    [Fact]
    public void WhatCannotBe_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleDraw.Stratified([0, 0], [3], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleDraw.Stratified([0, 1], [1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleDraw.TwoStage([0, 1], 2, 3, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleDraw.Census(-1));
    }
}
