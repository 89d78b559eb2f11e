using Cadran.Statistics.Drivers;
using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Oracle: R 4.2.2, ordinal 2022.11-16 clm on all 32 subsets, Golden/ordimp.R.</summary>
public class OrdinalImportanceTests
{
    private static readonly Table T = CmtSynth.Wave(1);
    private static readonly ReadOnlyMemory<double>[] Drivers = [.. CmtSynth.Drivers.Select(d => (ReadOnlyMemory<double>)T.Numbers(d))];
    private static readonly int[] Overall = [.. T.Numbers("overall").Select(v => (int)v)];

    [Fact]
    public void CmtSynth_MatchesClmOnAllSubsets()
    {
        var plain = OrdinalImportance.Of(Drivers, Overall, Design.SimpleRandom(T.Rows));
        Close.To(.3472612143879269, plain.McFadden, 1e-9);
        Close.To([.08701496104769839, .06216400116184260, .06388166011435112, .06798704969698235, .06621354236705247], plain.Values, 1e-8);
        Close.To(1, plain.Shares.Sum(), 1e-12);
        Assert.Equal(894, plain.Respondents);
        var weighted = OrdinalImportance.Of(Drivers, Overall, CmtSynth.DesignOf(T));
        Close.To([.08796879215380986, .05611502228324999, .06018634470017618, .06420073674379431, .06870491567809624],
            weighted.Values, 1e-8);
    }

    [Fact]
    public void OneDriver_HasTheWholeOfMcFadden()
    {
        var one = OrdinalImportance.Of([Drivers[0]], Overall, Design.SimpleRandom(T.Rows));
        Close.To(OrdinalRegression.Fit([Drivers[0]], Overall, Design.SimpleRandom(T.Rows)).McFadden, one.Values[0], 1e-12);
        // The same driver twice shares it.
        var twice = OrdinalImportance.Of([Drivers[0], Drivers[0]], Overall, Design.SimpleRandom(T.Rows));
        Close.To(one.McFadden / 2, twice.Values[1], 1e-9);
    }

    [Fact]
    public void EdgeInputs()
    {
        double[] x = [1, 2, 3, 4];
        Assert.NotNull(OrdinalImportance.Of([x], [2, 2, 2, 2], Design.SimpleRandom(4)).Suppressed);
        Assert.Contains("perfectly", OrdinalImportance.Of([x], [1, 1, 2, 2], Design.SimpleRandom(4)).Suppressed!.Detail);
        Assert.NotNull(OrdinalImportance.Of([Array.Empty<double>()], [], Design.SimpleRandom(0)).Suppressed);
        Assert.Equal(0, OrdinalImportance.Of([new double[] { 3, 3, 3, 3 }], [1, 1, 2, 2], Design.SimpleRandom(4)).Values[0], 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => OrdinalImportance.Of([], [1, 2], Design.SimpleRandom(2)));
        Assert.Throws<ArgumentException>(() => OrdinalImportance.Of([x], [1, 2], Design.SimpleRandom(2)));
    }
}
