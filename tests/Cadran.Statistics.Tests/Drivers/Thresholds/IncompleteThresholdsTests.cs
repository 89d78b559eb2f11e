using Cadran.Statistics.Drivers;

namespace Cadran.Statistics.Tests.Drivers;

public class IncompleteThresholdsTests
{
    private static readonly DriverAnalysisOptions Options = new();

    [Fact]
    public void CmtSynth_MatchesSvyby()
    {
        // R 4.2.2, survey 4.1-1: svyby of score and top two, svymean of the groups, on the 299
        // incomplete respondents as a subset of the design.
        (double Share, double ShareError, double Score, double ScoreError, double Top, double TopError, double Rated)[] expected =
        [
            (0.472586404255, 0.030364514804391, 88.7998814957981, 1.09143771861875, 0.978456571929872, 0.0135526001246441,
            3.89482790341266),
            (0.18402201029221, 0.020058713643446, 69.0182880215606, 2.02139781744298, 0.745030228428096, 0.0557851950218281,
            3.92731186955313),
            (0.11784904073943, 0.017007157058437, 57.6109904661731, 2.94004862113252, 0.443770200940189, 0.0673946350230698,
            3.93192775456841),
            (0.095404626058075, 0.017783665157572, 47.6393438630627, 3.05062241973762, 0.223482868357998, 0.0604948499817328,
            3.75909351658735),
            (0.13013791865528, 0.022013010988538, 25.4421954868572, 4.30579778906444, 0.150550007574885, 0.0571926265219008, 4),
        ];
        var found = IncompleteThresholds.Of(CmtDrivers.Wave1(), Options);
        Assert.Equal(299, found.Respondents);
        Assert.Equal([144, 50, 36, 30, 39], found.ByFailing.Select(g => g.Score.Respondents));
        foreach (var (e, g) in expected.Zip(found.ByFailing))
        {
            Close.To([e.Share, e.ShareError], [g.Share.Value, g.Share.StandardError], 1e-10);
            Close.To([e.Score, e.ScoreError, e.Top, e.TopError],
                [g.Score.Value, g.Score.StandardError, g.TopTwo.Value, g.TopTwo.StandardError], 1e-10);
            Close.To(e.Rated, g.Rated, 1e-12);
        }
    }

    [Fact]
    public void CompleteAndIncomplete_AreEverybodyWhoAnsweredOverallAndADriver()
    {
        var data = CmtDrivers.Wave1();
        var complete = DriverAnalysis.Run(data, Options with { Replicates = 0 }).Thresholds!.ByFailing.Sum(g => g.Respondents);
        var either = Enumerable.Range(0, data.Rows).Count(i => data.Overall.Span[i] >= 0 && data.Drivers.Any(d => d.Span[i] >= 0));
        Assert.Equal(either, complete + IncompleteThresholds.Of(data, Options).Respondents);
    }

    [Fact]
    public void OddInput_HasDocumentedOutcomes()
    {
        IncompleteThresholds Of(sbyte[] overall, params sbyte[][] drivers) =>
            IncompleteThresholds.Of(
                new()
                {
                    Overall = overall,
                    Drivers = [.. drivers.Select(d => (ReadOnlyMemory<sbyte>)d)],
                    Design = Design.SimpleRandom(overall.Length)
                }, Options);
        Assert.All(Of([], [], []).ByFailing, g => Assert.Equal(SuppressionReason.Empty, g.Score.Suppressed!.Reason));
        // Nothing missing, nothing rated, no overall: nobody is incomplete.
        Assert.Equal(0, Of([4, 4, -1], [3, -1, 2], [5, -1, -1]).Respondents);
        Assert.True(double.IsNaN(Of([4], [3], [5]).ByFailing[0].Rated));
        var two = Of([4, 2, 5], [-1, 4, 3], [3, 5, -1]).ByFailing[1];
        Assert.Equal((2, 1.0, 87.5), (two.Score.Respondents, two.Rated, two.Score.Value));
        var one = Of([4, 2, 5], [-1, 4, 4], [3, 5, 5]).ByFailing[1];
        Assert.Equal((1, 1.0, SuppressionReason.NoDegreesOfFreedom), (one.Score.Respondents, one.Rated, one.Score.Suppressed!.Reason));
        // Any negative code is no value, as in the analysis of complete cases.
        Assert.Equal(2, Of([4, 2, -99], [-99, 4, 3], [3, -99, 5]).Respondents);
        DriverData odd =
            new()
            {
                Overall = new sbyte[] { 5, 4, -99, 5, 3 },
                Drivers = [new sbyte[] { 5, 3, 1, 5, -99 }],
                Design = Design.SimpleRandom(5)
            };
        Assert.Equal([(2, 100.0), (1, 75.0)],
            DriverAnalysis.Run(odd, Options with { Replicates = 0 }).Thresholds!.ByFailing.Select(g => (g.Respondents, g.Score.Value)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of([9], [3], [-1]));
        Assert.Throws<ArgumentException>(() => Of([4, 4], [3], [5]));
    }
}
