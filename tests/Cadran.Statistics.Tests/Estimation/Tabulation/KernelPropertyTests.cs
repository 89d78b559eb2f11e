using Cadran.Statistics.Estimation;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Simulation;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Estimation;

/// <summary>What must hold whatever the data: permutations, scalings, two routes to one number, one core or two.</summary>
public class KernelPropertyTests
{
    private sealed record Sample(sbyte[] Answers, int[] Stratum, int[] Cluster, int[] Group, double[] Weight)
    {
        public int Rows => Answers.Length;

        public static Sample Draw(int rows, int strata, int clusters, int groups, int seed)
        {
            var rng = new Random(seed);
            int[] Codes(int k) => [.. Enumerable.Range(0, rows).Select(_ => rng.Next(k))];
            return new([.. Enumerable.Range(0, rows).Select(_ => (sbyte)(rng.Next(10) == 0 ? -1 - rng.Next(5) : 1 + rng.Next(5)))],
                Codes(strata), Codes(clusters), Codes(groups), [.. Enumerable.Range(0, rows).Select(_ => .5 + rng.NextDouble())]);
        }

        public Sample Take(int[] rows) =>
            new([.. rows.Select(r => Answers[r])], [.. rows.Select(r => Stratum[r])], [.. rows.Select(r => Cluster[r])],
            [.. rows.Select(r => Group[r])], [.. rows.Select(r => Weight[r])]);

        public Design Design(bool clustered = true) => Statistics.Design.From(new()
        {
            Strata = Factor.Of(Stratum),
            Clusters = clustered ? Factor.Of(Cluster) : null,
            Weights = Weight,
            LoneCluster = LoneCluster.Certainty,
        });

        public Tabulation Table(bool clustered = true, int? cores = null) =>
            Tabulation.Of(Design(clustered), [new(Answers, Scale.FivePoint)], Factor.Of(Group), cores);
    }

    private static void Same(Estimate a, Estimate b, double tolerance)
    {
        Assert.Equal(a.Suppressed?.Reason, b.Suppressed?.Reason);
        Assert.Equal(a.Respondents, b.Respondents);
        Assert.Equal(a.DegreesOfFreedom, b.DegreesOfFreedom);
        if (a.Suppressed is not null) return;
        Near(a.Value, b.Value, tolerance);
        Near(a.StandardError, b.StandardError, tolerance);
    }

    private static void SameTables(Tabulation a, Tabulation b, double tolerance, Func<int, int>? groupOfB = null)
    {
        Same(a[0].Overall.Score(), b[0].Overall.Score(), tolerance);
        for (var g = 0; g < a[0].Groups; g++)
        {
            Same(a[0].Group(g).Score(), b[0].Group(groupOfB?.Invoke(g) ?? g).Score(), tolerance);
            Same(a[0].Group(g).Top(), b[0].Group(groupOfB?.Invoke(g) ?? g).Top(), tolerance);
        }
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    [InlineData(false, 2)]
    public void AnswerOffTheScale_NamesTheFirstItemAndRow_WhicheverIsCountedFirst(bool clustered, int cores)
    {
        var s = Sample.Draw(30_000, 5, 12, 6, 1);
        var wrong = (sbyte[])s.Answers.Clone();
        int first = Enumerable.Range(10_000, 1000).First(r => s.Group[r] == 5),
            later = Enumerable.Range(20_000, 1000).First(r => s.Group[r] == 0);
        (wrong[first], wrong[later]) = (9, -9);
        var refused = Assert.Throws<ArgumentException>(() => Tabulation.Of(s.Design(clustered),
            [new(s.Answers, Scale.FivePoint), new(wrong, Scale.FivePoint), new(s.Answers, Scale.FivePoint), new(wrong, Scale.FivePoint)],
            Factor.Of(s.Group), cores));
        Assert.StartsWith($"Item 1, row {first}: 9 is neither a value of the scale", refused.Message);
    }

    [Fact]
    public void WhatACallersStatisticThrows_ComesOutAsItIs()
    {
        var design = Sample.Draw(200, 2, 12, 3, 1).Design();
        double Statistic(Design replicate) => ReferenceEquals(replicate, design) ? 1 : throw new NotSupportedException("mine");
        Assert.Throws<NotSupportedException>(() => { Replicates.Bootstrap(design, 20, 1).OfDesigns(Statistic, design.Rows); });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void PermutedRows_GiveTheSame(bool clustered)
    {
        var s = Sample.Draw(4000, 5, 12, 6, 1);
        int[] order = [.. Enumerable.Range(0, s.Rows)];
        new Random(9).Shuffle(order);
        SameTables(s.Table(clustered), s.Take(order).Table(clustered), 1e-11);
    }

    [Fact]
    public void RelabelledGroupsClustersAndStrata_GiveTheSame()
    {
        var s = Sample.Draw(3000, 4, 10, 5, 2);
        var relabelled =
            s with
            {
                Group = [.. s.Group.Select(g => 4 - g)],
                Cluster = [.. s.Cluster.Select(c => 70 - 7 * c)],
                Stratum = [.. s.Stratum.Select(h => 100 - h)]
            };
        SameTables(s.Table(), relabelled.Table(), 1e-11, g => 4 - g);
    }

    [Fact]
    public void ScaledWeights_GiveTheSameMeans()
    {
        var s = Sample.Draw(3000, 4, 10, 5, 3);
        SameTables(s.Table(), (s with { Weight = [.. s.Weight.Select(w => 37 * w)] }).Table(), 1e-11);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void GroupsSplitAndPutTogetherAgain_GiveTheSame(bool clustered)
    {
        var s = Sample.Draw(4000, 5, 12, 6, 10);
        var halves =
            Tabulation.Of(s.Design(clustered), [new(s.Answers, Scale.FivePoint)], Factor.Of([.. s.Group.Select((g, i) => 2 * g + i % 2)]))[
                0];
        var whole = s.Table(clustered)[0];
        for (var g = 0; g < 6; g++)
        {
            Domain even = halves.Group(2 * g), odd = halves.Group(2 * g + 1), both = whole.Group(g);
            Assert.Equal(both.Respondents, even.Respondents + odd.Respondents);
            for (var v = 1; v <= 5; v++) Assert.Equal(both.CountOf(v), even.CountOf(v) + odd.CountOf(v));
            Near(both.Mean().Value, (even.Mean().Value * Weight(g, 0) + odd.Mean().Value * Weight(g, 1)) / (Weight(g, 0) + Weight(g, 1)),
                1e-12);
        }

        double Weight(int group, int half) =>
            Enumerable.Range(0, s.Rows).Where(i => s.Group[i] == group && i % 2 == half && s.Answers[i] > 0).Sum(i => s.Weight[i]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OneWaveAlone_IsThatWaveOfTwo(bool clustered)
    {
        // Both waves in every stratum and cluster: the wave keeps its clusters as a domain, and its strata and clusters as a sample.
        var s = Sample.Draw(6000, 4, 9, 2, 11);
        int[] first = [.. Enumerable.Range(0, s.Rows).Where(i => s.Group[i] == 0)];
        Estimate alone = s.Take(first).Table(clustered)[0].Overall.Score(), ofTwo = s.Table(clustered)[0].Group(0).Score();
        Near(ofTwo.Value, alone.Value, 1e-12);
        if (clustered) Same(ofTwo, alone, 1e-11);
        // Without clusters the domain's size is itself a chance: by stratum (n/(n−1))·Σ(z−z̄)² with the
        // others' zeros, nearly that of the wave alone.
        else Near(ofTwo.StandardError, alone.StandardError, .01);
    }

    [Fact]
    public void DuplicatedRows_AreDoubledWeights_InAClusteredDesign()
    {
        var s = Sample.Draw(2000, 4, 10, 5, 4);
        int[] twice = [.. Enumerable.Range(0, s.Rows).SelectMany(i => new[] { i, i })];
        Estimate one = (s with { Weight = [.. s.Weight.Select(w => 2 * w)] }).Table()[0].Overall.Mean(),
            two = s.Take(twice).Table()[0].Overall.Mean();
        Near(one.Value, two.Value, 1e-12);
        Near(one.StandardError, two.StandardError, 1e-11);
        Assert.Equal(2 * one.Respondents, two.Respondents);
    }

    [Fact]
    public void RowsAsClusters_AreAnUnclusteredDesign()
    {
        var s = Sample.Draw(1500, 3, 10, 4, 5);
        SameTables(s.Table(clustered: false), (s with { Cluster = [.. Enumerable.Range(0, s.Rows)] }).Table(), 1e-11);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TablesAndRows_AgreeOnMeansAndDifferences(bool clustered)
    {
        var s = Sample.Draw(2500, 4, 9, 3, 6);
        var design = s.Design(clustered);
        double[] y = [.. s.Answers.Select(a => a < 0 ? double.NaN : a)];
        bool[] In(int g) => [.. s.Group.Select(x => x == g)];
        var item = s.Table(clustered)[0];
        for (var g = 0; g < 3; g++) Same(Numeric.Mean(design, y, In(g)), item.Group(g).Mean(), 1e-10);
        Same(Numeric.Difference(design, y, In(0), In(2)), item.Group(0).DifferenceFrom(item.Group(2), Scale.FivePoint.Values()), 1e-9);
        Same(Numeric.Mean(design, y), item.Overall.Mean(), 1e-10);
    }

    [Fact]
    public void TwoStageAndCalibratedDesigns_TabulateAsTheirRows()
    {
        var t = CmtSynth.Wave(1);
        var design = Design.From(new()
        {
            Strata = t.Factor("region"),
            Clusters = t.Factor("office"),
            Weights = t.Numbers("w"),
            Population = t.Numbers("M_offices"),
            SecondStagePopulation = t.Numbers("N_office"),
        });
        var channel = t.Factor("channel");
        var item = Tabulation.Of(design, [CmtSynth.Item(t, "overall")], channel)[0];
        var y = t.Numbers("overall");
        for (var g = 0; g < channel.Levels; g++)
            Same(Numeric.Mean(design, y, [.. Enumerable.Range(0, t.Rows).Select(i => channel.Codes[i] == g)]), item.Group(g).Mean(), 1e-10);
        Assert.True(item.Overall.Mean().StandardError > Numeric.Mean(CmtSynth.DesignOf(t), y).StandardError);
        Same(Numeric.Difference(design, y, [.. channel.Codes.ToArray().Select(c => c == 0)],
            [.. channel.Codes.ToArray().Select(c => c == 1)]),
            item.Group(0).DifferenceFrom(item.Group(1), Scale.FivePoint.Values()), 1e-9);
    }

    [Fact]
    public void OneCoreOrTwo_SameToTheLastBit()
    {
        var s = Sample.Draw(40_000, 6, 20, 7, 7);
        foreach (var clustered in new[] { true, false })
        {
            Item[] items = [.. Enumerable.Range(0, 5).Select(_ => new Item(s.Answers, Scale.FivePoint))];
            var one = Tabulation.Of(s.Design(clustered), items, Factor.Of(s.Group), 1);
            var two = Tabulation.Of(s.Design(clustered), items, Factor.Of(s.Group), 2);
            for (var k = 0; k < 5; k++)
                for (var g = 0; g < 7; g++)
                    Assert.Equal(one[k].Group(g).Score(), two[k].Group(g).Score());
        }
    }

    [Fact]
    public void ManySmallClustersAndGroups_TakeTheSparseRoute_AndAgree()
    {
        var s = Sample.Draw(3000, 2, 2900, 2500, 8);
        var design = s.Design();
        var by = Factor.Of(s.Group);
        var item = Tabulation.Of(design, [new(s.Answers, Scale.FivePoint)], by)[0];
        double[] y = [.. s.Answers.Select(a => a < 0 ? double.NaN : a)];
        Same(Numeric.Mean(design, y), item.Overall.Mean(), 1e-10);
        for (var g = 0; g < 40; g++) Same(Numeric.Mean(design, y, [.. by.Codes.ToArray().Select(c => c == g)]), item.Group(g).Mean(), 1e-9);
    }

    [Fact]
    public void ManyStrataAndClusterCodes_NestTheSame()
    {
        var rng = new Random(3);
        int[] stratum = [.. Enumerable.Range(0, 6000).Select(i => i % 1500)],
            cluster = [.. Enumerable.Range(0, 6000).Select(i => i / 1500 + 4 * (i % 1500))];
        double[] y = [.. Enumerable.Range(0, 6000).Select(_ => rng.NextDouble())];
        var wide = Design.From(new() { Strata = Factor.Of(stratum), Clusters = Factor.Of(cluster) });
        var narrow = Design.From(new() { Strata = Factor.Of(stratum), Clusters = Factor.Of([.. cluster.Select(c => c % 4)]) });
        Assert.Equal(6000, wide.Clusters);
        Same(Numeric.Mean(narrow, y), Numeric.Mean(wide, y), 1e-12);
    }

    [Fact]
    public void Invariants_OfScoresAndShares()
    {
        for (var seed = 20; seed < 40; seed++)
        {
            var item = Sample.Draw(300, 3, 5, 4, seed).Table()[0];
            for (var g = 0; g < 4; g++)
            {
                var d = item.Group(g);
                if (d.Score().Suppressed is not null) continue;
                Assert.InRange(d.Score().Value, 0, 100);
                Near(1, Enumerable.Range(1, 5).Sum(v => d.Share(v).Value), 1e-12);
                Assert.Equal(d.Respondents, Enumerable.Range(1, 5).Sum(d.CountOf));
                var interval = ProportionInterval.KornGraubard(d.Top())!.Value;
                Assert.True(0 <= interval.Low && interval.Low <= d.Top().Value && d.Top().Value <= interval.High && interval.High <= 1);
            }
        }
    }

    [Fact]
    public void ClustersWithoutAnswers_CountAsZeros_InDifferencesToo()
    {
        var random = new PortableRandom(4);
        int[] cluster = [.. Enumerable.Range(0, 240).Select(i => i / 10)];
        // Half the clusters of each stratum have nobody in the two groups compared.
        int[] group = [.. cluster.Select(c => c % 2 == 0 ? 2 : random.NextInt(2))];
        sbyte[] answers = [.. cluster.Select(_ => (sbyte)(1 + random.NextInt(5)))];
        var design = Design.From(new() { Clusters = Factor.Of(cluster), Strata = Factor.Of([.. cluster.Select(c => c / 12)]) });
        double[] y = [.. answers.Select(a => (double)a)];
        bool[] In(int g) => [.. group.Select(x => x == g)];
        var item = Tabulation.Of(design, [new(answers, Scale.FivePoint)], Factor.FromCodes(group, ["a", "b", "c"]))[0];
        Same(Numeric.Difference(design, y, In(0), In(1)), item.Group(0).DifferenceFrom(item.Group(1), Scale.FivePoint.Values()), 1e-10);
        Same(Numeric.Mean(design, y, In(0)), item.Group(0).Mean(), 1e-10);
    }

    [Fact]
    public void MoreCellsThanRows_AreFoundBySorting()
    {
        // 2,500 strata by 2,500 groups: 6 million pairs for 3,000 rows; every hundredth group is empty.
        var random = new PortableRandom(6);
        int[] stratum = [.. Enumerable.Range(0, 3000).Select(i => i % 2500)],
            group = [.. Enumerable.Range(0, 3000).Select(_ => random.NextInt(2500) / 100 * 100 + 1 + random.NextInt(99))];
        sbyte[] answers = [.. stratum.Select(_ => (sbyte)(1 + random.NextInt(5)))];
        var design = Design.From(new() { Strata = Factor.Of(stratum), LoneCluster = LoneCluster.Certainty });
        var item =
            Tabulation.Of(design, [new(answers, Scale.FivePoint)],
            Factor.FromCodes(group, [.. Enumerable.Range(0, 2500).Select(g => $"{g}")]))[0];
        foreach (var g in Enumerable.Range(0, 2500))
        {
            double[] mine = [.. answers.Where((_, i) => group[i] == g).Select(a => (double)a)];
            Assert.Equal(mine.Length, item.Group(g).Respondents);
            if (mine.Length > 0) Assert.Equal(mine.Average(), item.Group(g).PointOf(Scale.FivePoint.Values()), 1e-12);
        }
        Assert.Equal(3000, item.Overall.Respondents);
    }
}
