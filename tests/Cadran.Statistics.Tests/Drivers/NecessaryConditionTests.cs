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

    [Fact]
    public void Individualism_MatchesNca()
    {
        var r = Example("Individualism");
        Assert.Equal(28, r.Observations);
        Close.To(15563.6, r.Scope, 1e-12);
        Close.To([6466.8, 0.415507980158832], [r.Step.Zone, r.Step.Effect], 1e-12);
        Close.To([4772.54144977295, 0.306647655412176], [r.Line.Zone, r.Line.Effect], 1e-11);
        Close.To([2.23022994581736, 28.3527091317564], [r.Slope, r.Intercept], 1e-11);
        Close.To(0.928571428571429, r.Line.Accuracy, 1e-12);
        Close.To([3971.6, 0.255185175666298], [r.Hull.Zone, r.Hull.Effect], 1e-12);
        Inefficiencies([0, 19.2776735459662, 19.2776735459662], r.Step);
        Inefficiencies([0, 19.2776735459662, 19.2776735459662], r.Hull);
        Inefficiencies([10.3826349084115, 31.5651257769554, 38.6704689175648], r.Line);
        Close.To(6018.51710045411, r.Line.Inefficiency * r.Scope, 1e-11);
    }

    [Fact]
    public void RiskTaking_MatchesNca()
    {
        var r = Example("Risk taking");
        Close.To([5871.1, 0.309415646014714], [r.Step.Zone, r.Step.Effect], 1e-12);
        Close.To([5348.96843694575, 0.281898541062132], [r.Line.Zone, r.Line.Effect], 1e-11);
        Close.To([2.64186942416869, -14.477696674777], [r.Slope, r.Intercept], 1e-11);
        Close.To(0.964285714285714, r.Line.Accuracy, 1e-12);
        Close.To([3436.4, 0.181103358138162], [r.Hull.Zone, r.Hull.Effect], 1e-12);
        Inefficiencies([25.8426966292135, 5.0656660412758, 29.5992579631933], r.Step);
        Inefficiencies([25.8426966292135, 5.0656660412758, 29.5992579631933], r.Hull);
        Inefficiencies([28.5002810778107, 21.146951257553, 43.6202917875735], r.Line);
    }

    // NCA gives them in percent.
    private static void Inefficiencies(double[] expected, Ceiling ceiling) =>
        Close.To(expected, [100 * ceiling.ConditionInefficiency, 100 * ceiling.OutcomeInefficiency, 100 * ceiling.Inefficiency], 1e-11);

    [Fact]
    public void PermutationTest_FindsTheExampleSignificant_AndNoiseNot()
    {
        var r = Example("Individualism", 999);
        Assert.InRange(r.Step.Probability, 0.001, 0.1);
        Assert.Equal(r.Step.Probability, Example("Individualism", 999).Step.Probability);
        var random = new PortableRandom(4);
        double[] noise = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble())], other = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble())];
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
    public void Sizes_FollowTheCustomaryMarks(double effect, NecessitySize size) => Assert.Equal(size, new Ceiling(0, effect, 1, 1, 0, 0).Size);

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
        var t = Oracle.Data("NCA_example.csv");
        var (x, y) = (t.Numbers("Individualism"), t.Numbers("Innovation performance"));
        foreach (var b in Example("Individualism").Bottlenecks)
        {
            var lowest = x.Where((_, i) => y[i] >= b.Outcome - 1e-9).Min();
            Assert.Equal(lowest > x.Min() ? lowest : null, b.Step);
        }
        Assert.Null(Example("Individualism").Bottlenecks[0].Step);
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
}
