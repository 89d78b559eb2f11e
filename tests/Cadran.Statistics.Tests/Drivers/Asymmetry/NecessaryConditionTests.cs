using Cadran.Statistics.Drivers;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Oracle: R NCA 5.0.1 on nca.example (28 countries), spc_kda_R.json and misc_R.json.</summary>
public class NecessaryConditionTests
{
    private static NecessaryCondition Example(string condition, int permutations = 0)
    {
        var t = Oracle.Data("NCA_example.csv");
        return NecessaryCondition.Of(t.Numbers(condition), t.Numbers("Innovation performance"), permutations);
    }

    [Theory]
    [InlineData("Individualism")]
    [InlineData("Risk taking")]
    public void Example_MatchesNca(string condition)
    {
        var r = Example(condition);
        Ceiling[] ceilings = [r.Step, r.Line, r.Hull];
        Reference expected = Oracle.Values("spc_kda_R.json").GetProperty("NCA_" + condition), global = expected.GetProperty("global"),
            table = expected.GetProperty("params");
        var t = Oracle.Data("NCA_example.csv");
        var (x, y) = (t.Numbers(condition), t.Numbers("Innovation performance"));
        Close.To([.. global.EnumerateArray().Select(v => v[0].GetDouble())],
            [r.Observations, r.Scope, x.Min(), x.Max(), y.Min(), y.Max()], 1e-12);
        // A row of NCA's table holds one value for each of the three ceilings; shares are in percent.
        void Row(int row, Func<Ceiling, double> of) =>
            Close.To([.. table[row].EnumerateArray().Select(v => v[0].GetDouble())], [.. ceilings.Select(of)], 1e-11);
        Row(0, c => c.Zone);
        Row(1, c => c.Effect);
        Row(2, c => Math.Round(r.Observations * (1 - c.Accuracy), 9));
        Close.To([table[3][1][0].GetDouble(), table[4][1][0].GetDouble()], [r.Slope, r.Intercept], 1e-11);
        Row(9, c => 100 * c.Effect / r.Step.Effect);
        Row(10, c => 100 * c.Accuracy);
        Row(21, c => c.Inefficiency * r.Scope);
        Row(22, c => 100 * c.Inefficiency);
        Row(23, c => 100 * c.ConditionInefficiency);
        Row(24, c => 100 * c.OutcomeInefficiency);
        var again = Oracle.Values("misc_R.json").GetProperty("NCA_" + condition);
        Close.To([again.GetProperty("Ceiling zone").Number("ce_fdh"), again.GetProperty("Ceiling zone").Number("cr_fdh")],
            [r.Step.Zone, r.Line.Zone], 1e-11);
        Close.To([again.GetProperty("Effect size").Number("ce_fdh"), again.GetProperty("Effect size").Number("cr_fdh")],
            [r.Step.Effect, r.Line.Effect], 1e-11);
    }

    [Fact]
    public void PermutationTest_FindsTheExampleSignificant_AndNoiseNot()
    {
        var r = Example("Individualism", 999);
        Assert.InRange(r.Step.Probability, 0.001, 0.1);
        Assert.Equal(r.Step.Probability, Example("Individualism", 999).Step.Probability);
        var random = new PortableRandom(4);
        double[] noise = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble())],
            other = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble())];
        Assert.InRange(NecessaryCondition.Of(noise, other, 999).Step.Probability, 0.05, 1);
    }

    [Fact]
    public void PermutationTest_ApproachesThatOfAllPairings()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7], y = [2, 1, 3, 4, 3, 6, 5];
        var observed = NecessaryCondition.Of(x, y, 0).Step.Effect;
        var (pairings, extreme) = (0, 0);
        Visit([.. y], 0);
        var exact = extreme / (double)pairings;
        Assert.Equal(5040, pairings);
        // (1 + extreme)/(1 + permutations), four standard errors of 20,000 draws.
        Assert.Equal(exact, NecessaryCondition.Of(x, y, 20_000).Step.Probability, 4 * Math.Sqrt(exact * (1 - exact) / 20_000) + 1e-4);

        void Visit(double[] order, int from)
        {
            if (from == order.Length)
            {
                pairings++;
                if (NecessaryCondition.Of(x, order, 0).Step.Effect >= observed) extreme++;
                return;
            }
            for (var k = from; k < order.Length; k++)
            {
                (order[from], order[k]) = (order[k], order[from]);
                Visit(order, from + 1);
                (order[from], order[k]) = (order[k], order[from]);
            }
        }
    }

    [Theory]
    [InlineData(0, NecessitySize.None)]
    [InlineData(0.0999, NecessitySize.Small)]
    [InlineData(0.1, NecessitySize.Medium)]
    [InlineData(0.3, NecessitySize.Large)]
    [InlineData(0.5, NecessitySize.VeryLarge)]
    public void Sizes_FollowTheCustomaryMarks(double effect, NecessitySize size) =>
        Assert.Equal(size, new Ceiling(0, effect, 1, 1, 0, 0).Size);

    [Fact]
    public void Sizes_OfTheExample()
    {
        Assert.Equal((NecessitySize.Large, NecessitySize.Large), (Example("Individualism").Step.Size, Example("Individualism").Line.Size));
        Assert.Equal((NecessitySize.Large, NecessitySize.Medium), (Example("Risk taking").Step.Size, Example("Risk taking").Line.Size));
        Assert.Null(new Ceiling(0, double.NaN, 1, 1, 0, 0).Size);
    }

    [Fact]
    public void Bottleneck_IsTheLowestConditionSeenWithTheOutcome()
    {
        // The outcome is at most a fifth more than the condition.
        var random = new PortableRandom(28);
        double[] x = [.. Enumerable.Range(0, 28).Select(_ => 100 * random.NextDouble())];
        double[] y = [.. x.Select(v => random.NextDouble() * (v + 20))];
        var bottlenecks = NecessaryCondition.Of(x, y, 0).Bottlenecks;
        Assert.Contains(bottlenecks, b => b.Step is not null);
        foreach (var b in bottlenecks)
        {
            var lowest = x.Where((_, i) => y[i] >= b.Outcome - 1e-9).Min();
            Assert.Equal(lowest > x.Min() ? lowest : null, b.Step);
        }
        Assert.Null(bottlenecks[0].Step);
    }

    [Fact]
    public void ReorderedOrRescaledPairs_SameEffects()
    {
        double[] x = [1, 2, 3, 3, 5, 4, 2], y = [2, 1, 4, 3, 5, 2, 2];
        var a = NecessaryCondition.Of(x, y, 0);
        var b = NecessaryCondition.Of([.. x.Reverse().Select(v => (10 * v) - 3)], [.. y.Reverse().Select(v => 7 * v)], 0);
        Close.To([a.Step.Effect, a.Line.Effect, a.Line.Accuracy], [b.Step.Effect, b.Line.Effect, b.Line.Accuracy], 1e-12);
    }

    [Fact]
    public void AddingObservations_NeverRaisesTheStepWithinTheSameScope()
    {
        double[] x = [1, 5, 1, 5], y = [1, 5, 2, 1];
        var before = NecessaryCondition.Of(x, y, 0).Step.Effect;
        var after = NecessaryCondition.Of([.. x, 2], [.. y, 4], 0).Step.Effect;
        Assert.True(after < before);
    }

    [Fact]
    public void HighOutcomeAtTheLowestCondition_NothingIsNecessary()
    {
        var r = NecessaryCondition.Of([1, 1, 2, 3], [5, 1, 2, 3], 0);
        Assert.Equal(0, r.Step.Effect);
        Assert.True(double.IsNaN(r.Line.Effect));
        Assert.All(r.Bottlenecks, b => Assert.Null(b.Step));
    }

    [Fact]
    public void ThinInput_IsSuppressed_BadInputThrows()
    {
        Assert.Equal(SuppressionReason.Empty, NecessaryCondition.Of([], []).Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Empty, NecessaryCondition.Of([double.NaN], [1]).Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Undefined, NecessaryCondition.Of([1], [1]).Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Undefined, NecessaryCondition.Of([2, 2, 2], [1, 2, 3]).Suppressed!.Reason);
        Assert.Throws<ArgumentException>(() => NecessaryCondition.Of([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => NecessaryCondition.Of([1, double.PositiveInfinity], [1, 2]));
    }

    [Fact]
    public void ObservedPairing_CountsAsOneOfTheRandomOnes()
    {
        double[] x = [.. Enumerable.Range(0, 20)];
        // The outcome rises with the condition throughout: no random pairing of twenty comes near.
        Assert.Equal(0.01, NecessaryCondition.Of(x, x, permutations: 99).Step.Probability, 1e-15);
        Assert.Throws<ArgumentException>(() => NecessaryCondition.Of([1e300, 2e300], [1, 2]));
    }
}
