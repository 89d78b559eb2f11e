using Cadran.Statistics.Comparison;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Comparison;

/// <summary>The fifteen p-values of Benjamini and Hochberg (1995), adjusted by R 4.2.2 p.adjust.</summary>
public class MultiplicityTests
{
    private static readonly double[] P =
        [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1];

    [Fact]
    public void BenjaminiHochberg()
    {
        double[] q =
            [.0015, .003, .0095, .035625, .0603, .063857142857142857, .063857142857142857, .0645, .0765, .486, .58118181818181819, .714875,
            .75323076923076926, .81321428571428567, 1];
        var actual = Multiplicity.BenjaminiHochberg(P);
        for (var i = 0; i < q.Length; i++) Near(q[i], actual[i], 1e-12);
        Assert.Equal(4, actual.Count(x => x <= .05));
    }

    [Fact]
    public void Holm()
    {
        var actual = Multiplicity.Holm(P);
        double[] first = [.0015, .0056, .0247, .114, .2211];
        for (var i = 0; i < first.Length; i++) Near(first[i], actual[i], 1e-12);
        Assert.All(actual, x => Assert.InRange(x, 0, 1));
    }

    [Theory]
    [InlineData("BH_1995")]
    [InlineData("Holm_1995")]
    [InlineData("BY_1995")]
    public void All_MatchPAdjust(string key)
    {
        var expected = Values("stats_R.json").Numbers(key);
        var actual =
            key[..2] switch
            {
                "BH" => Multiplicity.BenjaminiHochberg(P),
                "BY" => Multiplicity.BenjaminiYekutieli(P),
                _ => Multiplicity.Holm(P)
            };
        for (var i = 0; i < expected.Length; i++) Near(expected[i], actual[i], 1e-12);
    }

    [Fact]
    public void Adjusted_AreMonotone_AndNeverSmaller()
    {
        var random = new Cadran.Statistics.Simulation.PortableRandom(5);
        for (var family = 1; family < 60; family++)
        {
            double[] p = [.. Enumerable.Range(0, family).Select(_ => Math.Pow(random.NextDouble(), 3))];
            foreach (var adjusted in new[] { Multiplicity.BenjaminiHochberg(p), Multiplicity.BenjaminiYekutieli(p), Multiplicity.Holm(p) })
            {
                double[] inOrder = [.. Enumerable.Range(0, family).OrderBy(i => p[i]).Select(i => adjusted[i])];
                Assert.Equal(inOrder.Order(), inOrder);
                Assert.All(adjusted, (q, i) => Assert.InRange(q, p[i], 1));
            }
        }
    }

    [Fact]
    public void NaN_StaysOutOfTheFamily_AndOrderDoesNotMatter()
    {
        double[] mixed = [.04, double.NaN, .01];
        Assert.Equal([.04, double.NaN, .02], Multiplicity.BenjaminiHochberg(mixed));
        Assert.Empty(Multiplicity.Holm([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Multiplicity.Holm([1.5]));
    }
}
