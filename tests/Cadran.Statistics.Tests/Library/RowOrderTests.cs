using System.Reflection;
using Cadran.Statistics.Benchmarks;
using Cadran.Statistics.Drivers;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Simulation;
using Cadran.Statistics.Weighting;

namespace Cadran.Statistics.Tests;

/// <summary>What a seed draws depends on the survey, not on the order of its file nor on the numbers of its offices and regions.</summary>
public class RowOrderTests
{
    /// <summary>A survey whose rows can be shuffled and whose clusters and strata can be renumbered.</summary>
    private sealed record Survey(sbyte[][] Ratings, int[]? Clusters, int[]? Strata, double[]? Weights, string[] Channel)
    {
        public int Rows => Channel.Length;

        public DriverData Data => new()
        {
            Overall = Ratings[^1],
            Drivers = [.. Ratings[..^1].Select(r => (ReadOnlyMemory<sbyte>)r)],
            Design = Design.From(new()
            {
                Rows = Rows,
                Clusters = Clusters is null ? null : Factor.Of(Clusters),
                Strata = Strata is null ? null : Factor.Of(Strata),
                Weights = Weights,
                LoneCluster = LoneCluster.Adjust,
            }),
        };

        public ReadOnlyMemory<double>[] Numbers(bool withNoise)
        {
            double Value(sbyte[] column, int row) =>
                column[row] < 0 ? double.NaN : column[row] + (withNoise && Weights is not null ? Weights[row] / 100 : 0);
            return [.. Ratings.Select(c => (ReadOnlyMemory<double>)Enumerable.Range(0, Rows).Select(i => Value(c, i)).ToArray())];
        }
    }

    private static readonly DriverAnalysisOptions Options = new() { Replicates = 60, Seed = 8 };

    /// <summary>Small ones resample rows or clusters, large ones random groups of them; few ratings make many rows alike.</summary>
    public static TheoryData<string> Surveys =>
    [
        "600 rows", "600 weighted rows in 4 strata", "3000 rows", "3000 weighted rows in 4 strata",
        "900 weighted rows in 40 clusters", "900 weighted rows in 40 clusters in 4 strata",
        "6000 weighted rows in 2600 clusters in 3 strata",
    ];

    private static Survey Simulated(string kind)
    {
        var words = kind.Split(' ');
        int Number(string word) => Array.IndexOf(words, word) is > 0 and var at ? int.Parse(words[at - 1]) : 0;
        var (rows, clusters, strata) = (int.Parse(words[0]), Number("clusters"), Number("strata"));
        var random = new PortableRandom((ulong)rows);
        var ratings = Enumerable.Range(0, 4).Select(_ => new sbyte[rows]).ToArray();
        var (cluster, stratum, weights, channel) = (new int[rows], new int[rows], new double[rows], new string[rows]);
        for (var i = 0; i < rows; i++)
        {
            cluster[i] = random.NextInt(Math.Max(1, clusters));
            stratum[i] = clusters > 0 ? cluster[i] % Math.Max(1, strata) : random.NextInt(Math.Max(1, strata));
            weights[i] = 1 + 3 * random.NextDouble();
            channel[i] = random.NextDouble() < .4 ? "online" : "desk";
            var common = 2 * random.NextDouble() + stratum[i] % 3 * .3 + cluster[i] % 5 * .2;
            for (var j = 0; j < 4; j++)
                ratings[j][i] = random.NextDouble() < .03 ? (sbyte)NoValue.Missing
                    : (sbyte)Math.Clamp((int)Math.Round(1 + common + (j == 3 ? 1 : 2) * random.NextDouble()), 1, 5);
        }
        return new(
            ratings, clusters > 0 ? cluster : null, strata > 0 ? stratum : null, words.Contains("weighted") ? weights : null, channel);
    }

    /// <summary>Another order of rows, other numbers for clusters and strata, and which row each was.</summary>
    private static (Survey Survey, int[] Rows) Changed(Survey s)
    {
        int[] rows = [.. Enumerable.Range(0, s.Rows)];
        new PortableRandom(99).Shuffle<int>(rows);
        T[] Pick<T>(T[] column) => Array.ConvertAll(rows, i => column[i]);
        int[]? Renumbered(int[]? column, int factor) =>
            column is null ? null : Array.ConvertAll(Pick(column), c => (c + 5) * factor % 7919);
        return (new([.. s.Ratings.Select(Pick)], Renumbered(s.Clusters, 4001), Renumbered(s.Strata, 5003),
            s.Weights is null ? null : Pick(s.Weights), Pick(s.Channel)), rows);
    }

    /// <summary>Without weights to the last bit; with them up to the rounding of their sums.</summary>
    private static void Same(Survey survey, double[] expected, double[] actual)
    {
        if (survey.Weights is null) Assert.Equal(expected, actual);
        else Close.To(expected, actual, 1e-11);
    }

    [Theory]
    [MemberData(nameof(Surveys))]
    public void DriverAnalysis_Run(string kind)
    {
        static double[] Errors(DriverAnalysis a) => [.. a.Regression!.Coefficients.Select(c => c.StandardError)];
        static double[] Numbers(DriverAnalysis a) =>
        [
            a.Regression!.RSquared, .. a.Regression.Coefficients.Select(c => c.Estimate),
            .. a.Importance.SelectMany(i => new[] { i.Lmg, i.Low, i.High, i.RankLow, i.RankHigh }.Concat(i.RankProbability)),
            a.Separability!.RankEntropy, .. a.Priorities!.Drivers.SelectMany(d => d.Probabilities),
        ];
        var survey = Simulated(kind);
        var (a, b) = (DriverAnalysis.Run(survey.Data, Options), DriverAnalysis.Run(Changed(survey).Survey.Data, Options));
        Same(survey, Numbers(a), Numbers(b));
        Close.To(Errors(a), Errors(b), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Surveys))]
    public void ImportanceInterval_Of_RakedOrNot(string kind)
    {
        static double[] Numbers(Survey s, bool raked)
        {
            var data = s.Data;
            var total = data.Design.SumOfWeights;
            Dictionary<string, double> halves = new() { ["online"] = .5 * total, ["desk"] = .5 * total };
            Margin[] margins = [Margin.Of(Factor.Of(s.Channel), halves)];
            return [.. ImportanceInterval.Of(data, Options, raked ? margins : null).SelectMany(i => new[]
            {
                i.Share, i.StandardError, i.JackknifeError, i.Percentile!.Value.Low, i.Percentile.Value.High, i.Acceleration,
                i.Accelerated?.Low ?? 0, i.Accelerated?.High ?? 0, i.RankLow, i.RankHigh,
            })];
        }
        var survey = Simulated(kind);
        var changed = Changed(survey).Survey;
        Close.To(Numbers(survey, raked: false), Numbers(changed, raked: false), survey.Weights is null ? 1e-12 : 1e-9);
        Close.To(Numbers(survey, raked: true), Numbers(changed, raked: true), 1e-8);
    }

    [Theory]
    [MemberData(nameof(Surveys))]
    public void WhatIf_Fit(string kind)
    {
        static double[] Numbers(DriverData data)
        {
            var move = WhatIf.Fit(data, Options).Move([0, 2], .5);
            return [move.Score.Low, move.Score.High, move.Gain.StandardError, move.TopTwoGain.Low, move.TopTwoGain.StandardError];
        }
        var survey = Simulated(kind);
        Close.To(Numbers(survey.Data), Numbers(Changed(survey).Survey.Data), 1e-8);
    }

    [Theory]
    [MemberData(nameof(Surveys))]
    public void NormalImputation_Draw(string kind)
    {
        var survey = Simulated(kind);
        var (changed, rows) = Changed(survey);
        // With a weight in every number no two rows are alike, and a completed row can be found again.
        var (a, b) = (NormalImputation.Draw(survey.Numbers(withNoise: true), survey.Data.Design, 3, 4),
            NormalImputation.Draw(changed.Numbers(withNoise: true), changed.Data.Design, 3, 4));
        Close.To(Errors(a, survey), Errors(b, changed), 1e-7);
        if (survey.Weights is null) return;
        var (first, again) = (a.Complete(2), b.Complete(2));
        for (var j = 0; j < 4; j++) Close.To(Array.ConvertAll(rows, i => first[j][i]), again[j], 1e-6);

        static double[] Errors(NormalImputation imputed, Survey s) =>
            imputed.Pool(c => Numeric.Mean(s.Data.Design, c[0])).Estimate is var e ? [e.Value, e.StandardError] : [];
    }

    [Theory]
    [MemberData(nameof(Surveys))]
    public void Replicates_Bootstrap_ThatKnowsWhatIsEstimated(string kind)
    {
        static double[] Numbers(Survey s)
        {
            var columns = s.Numbers(withNoise: false);
            var replicates = Replicates.Bootstrap(s.Data.Design, 50, 6, columns);
            return [replicates.Mean(columns[0].Span).StandardError, replicates.Total(columns[1].Span).StandardError];
        }
        var survey = Simulated(kind);
        Close.To(Numbers(survey), Numbers(Changed(survey).Survey), 1e-10);
    }

    [Fact]
    public void NecessaryCondition_Of()
    {
        var survey = Simulated("600 rows");
        static double[] Numbers(Survey s) => NecessaryCondition.Of(s.Numbers(false)[0].Span, s.Numbers(false)[3].Span, 200) is var n
            ? [n.Step.Effect, n.Step.Probability, n.Hull.Probability, n.Line.Probability] : [];
        Assert.Equal(Numbers(survey), Numbers(Changed(survey).Survey));
    }

    [Fact]
    public void Ranks_OfPeersInAnyOrder_AndEqualPeersAlike()
    {
        double[] values = [70, 64, 70, 81, 66, 70, 59], errors = [2, 3, 2, 4, 1, 2.5, 2];
        int[] order = [4, 2, 6, 0, 5, 1, 3];
        var (a, b) = (PeerComparison.Ranks(values, errors, 3, 500),
            PeerComparison.Ranks([.. order.Select(i => values[i])], [.. order.Select(i => errors[i])], 3, 500));
        Assert.All(order.Index(), at => Assert.Equal(a[at.Item].Probability, b[at.Index].Probability));
        Assert.Equal(a[0].Probability, a[2].Probability);
        Assert.NotEqual(a[0].Probability, a[5].Probability);
        static LeagueTable Table(IEnumerable<(double Value, double Error)> peers) =>
            LeagueTable.Of([.. peers.Select(p => new Estimate(p.Value, p.Error, 40, 90))], 3, draws: 500);
        Assert.Equal(Table(values.Zip(errors)).Peers.Select(p => p.Rank!.Expected),
            Table(order.Select(i => (values[i], errors[i]))).Peers.Select(p => p.Rank!.Expected));
    }

    /// <summary>A new call with a seed needs a test above, or a reason here: it has no rows.</summary>
    [Fact]
    public void EverySeed_IsKnown()
    {
        string[] withoutRows =
        [
            "SampledImportance.FromCorrelation", "SurveySimulator.Simulate", "RandomRounding..ctor", "NoisyCounts..ctor",
            "PortableRandom..ctor",
        ];
        string[] tested =
            ["NecessaryCondition.Of", "PeerComparison.Ranks", "LeagueTable.Of", "NormalImputation.Draw", "Replicates.Bootstrap"];
        // A draw names places of a list that whoever draws has put in order: the order of the digests of codes (docs/adr/0407).
        string[] ofPlaces = ["SampleDraw.Stratified", "SampleDraw.TwoStage"];
        string[] options = ["DriverAnalysis.Run", "ImportanceInterval.Of", "WhatIf.Fit"];
        string[] withoutDraws = ["IncompleteThresholds.Of"];
        var calls = typeof(Design).Assembly.GetExportedTypes()
            .SelectMany(t => t.GetMethods().Cast<MethodBase>().Concat(t.GetConstructors()))
            .Where(m => m.GetParameters().Any(p => p.Name == "seed")).Select(m => $"{m.DeclaringType!.Name}.{m.Name}");
        Assert.Equal(
            withoutRows.Concat(tested).Concat(ofPlaces).Order(StringComparer.Ordinal), calls.Distinct().Order(StringComparer.Ordinal));
        var through = typeof(Design).Assembly.GetExportedTypes().SelectMany(t => t.GetMethods())
            .Where(m => m.IsStatic && !m.IsSpecialName && m.GetParameters().Any(p => p.ParameterType.GetProperty("Seed") is not null))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(options.Concat(withoutDraws).Order(StringComparer.Ordinal), through);
    }
}
