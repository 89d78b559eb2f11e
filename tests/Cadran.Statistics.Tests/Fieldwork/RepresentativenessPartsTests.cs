using Cadran.Statistics.Fieldwork;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Fieldwork;

/// <summary>Partial indicators and the difference from the frame with weights, by hand on four rows that stand for ten people.</summary>
public class RepresentativenessPartsTests
{
    private static readonly double[] Chance = [.2, .6, .5, .9], People = [1, 2, 3, 4];
    private static readonly Factor Sex = Factor.Of(["f", "f", "m", "m"]);
    private const double Female = 1.4 / 3, Male = 5.1 / 7, All = .65;

    [Fact]
    public void Between_AndItsSignedParts()
    {
        Near(Math.Sqrt(.3 * Square(Female - All) + .7 * Square(Male - All)), Representativeness.Between(Chance, Sex, People), 1e-12);
        var parts = Representativeness.BetweenByCategory(Chance, Sex, People);
        // Women answer less than on average: their part is below zero.
        Near(Math.Sqrt(.3) * (Female - All), parts[0], 1e-12);
        Near(Math.Sqrt(.7) * (Male - All), parts[1], 1e-12);
    }

    [Fact]
    public void Within_HasTheDivisorOfTheSpread()
    {
        var squares = Square(.2 - Female) + 2 * Square(.6 - Female) + 3 * Square(.5 - Male) + 4 * Square(.9 - Male);
        Near(Math.Sqrt(squares / 9), Representativeness.Within(Chance, Sex, People), 1e-12);
        // Cells that tell nothing apart: all of the spread is within.
        Near(Representativeness.Of(Chance, People).Spread,
            Representativeness.Within(Chance, Factor.Of(["x", "x", "x", "x"]), People), 1e-12);
    }

    [Fact]
    public void StandardisedDifference_WithWeights() =>
        Near((13 / 4.0 - 5.3) / Math.Sqrt(10.01 * 4 / 3),
        FrameComparison.StandardisedDifference([1, 2, 4, 9], [true, false, true, false], People), 1e-12);

    private static double Square(double x) => x * x;
}
