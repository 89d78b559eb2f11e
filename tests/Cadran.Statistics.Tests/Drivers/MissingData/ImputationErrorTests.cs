using Cadran.Statistics.Drivers;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>What imputation knows of its own model's error.</summary>
public class ImputationErrorTests
{
    [Fact]
    public void BetweenDraws_IsTheErrorOfTheModelAndOfTheAnswers()
    {
        // Unrelated columns, m of n answers: the drawn mean of the others has variance s²/m from the model and s²/(n −
        // m) from themselves, and weighs (n − m)/n.
        const int n = 500, m = 100;
        var random = new PortableRandom(4);
        double[] Noise() => [.. Enumerable.Range(0, n).Select(_ => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6)];
        double[] x = Noise(), y = [.. Noise().Select((v, i) => i < m ? v : double.NaN)];
        double mean = y.Take(m).Average(), spread = y.Take(m).Sum(v => (v - mean) * (v - mean)) / (m - 1), lost = (n - m) / (double)n;
        var design = Design.SimpleRandom(n);
        var between = NormalImputation.Draw([x, y], design, 600, 2).Pool(d => Numeric.Mean(design, d[1])).Between;
        Assert.InRange(between / (spread * lost * lost * (1.0 / m + 1.0 / (n - m))), .85, 1.15); // 600 draws: 6 % of noise
    }

    [Fact]
    public void PopulationTakenWhole_DoesNotMakeTheModelCertain()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], y = [2, 1, 4, 3, 6, double.NaN, 8, double.NaN, 9, double.NaN];
        var (open, closed) = (Design.SimpleRandom(10), Design.From(new() { Rows = 10, Population = [.. Enumerable.Repeat(10.0, 10)] }));
        var (a, b) = (NormalImputation.Draw([x, y], open, 5, 9), NormalImputation.Draw([x, y], closed, 5, 9));
        for (var k = 0; k < 5; k++) Assert.Equal(a.Complete(k)[1], b.Complete(k)[1]);
        Assert.NotEqual(a.Complete(0)[1], a.Complete(1)[1]);
    }
}
