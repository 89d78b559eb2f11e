using Cadran.Statistics.Benchmarks;

namespace Cadran.Statistics.Tests.Benchmarks;

/// <summary>Wave 1 of cmt_synth: channels as units, age bands as client groups, 44 offices in 5 regions.</summary>
public sealed class ClientMixTests
{
    private static readonly Table Wave = CmtSynth.Wave(1);
    private static readonly Factor Channel = Wave.Factor("channel"), Age = Wave.Factor("age");
    private static readonly double[] Score = [.. Wave.Numbers("overall").Select(v => 25 * (v - 1))];
    private static readonly Design Sample = CmtSynth.DesignOf(Wave);
    private static readonly double[] Known = [0.2, 0.3, 0.3, 0.2];

    // R 4.2.2, survey 4.1-1: totals of the 16 cells by svytotal, each quantity by svycontrast (delta
    // method); the known mix also by svystandardize.
    [Theory]
    [InlineData("ONL", 70.3534465516616, 1.48237783611903, 69.3158131113981, 1.53166701322273, 69.7453375131782, 1.50281304708689,
        70.2104291281482, 1.47368909369858)]
    [InlineData("PERSON", 71.1094974490238, 1.6261569387399, 70.8717216870733, 1.65072871729533, 70.8977748094497, 1.62859838243961,
        71.0515780062962, 1.5900151436769)]
    [InlineData("POST", 73.0919984609066, 3.47297952143604, 73.525965281213, 3.01102926941729, 74.6245153327796, 2.7928451949613,
        73.477755775455, 3.27865363368126)]
    [InlineData("TEL", 69.6204278807363, 1.4197816150726, 69.528494756809, 1.45926615508541, 69.710152338863, 1.43165755230658,
        69.6922322052443, 1.41144816132661)]
    public void Adjusted_MatchesSvycontrast(string channel, double raw, double rawError, double known, double knownError, double own,
        double ownError, double indirect, double indirectError)
    {
        var u = Channel.Labels.ToList().IndexOf(channel);
        Match(ClientMix.Direct(Sample, Channel, Age, Score, Known)[u].Raw, raw, rawError);
        Match(ClientMix.Direct(Sample, Channel, Age, Score, Known)[u].Adjusted, known, knownError);
        Match(ClientMix.Direct(Sample, Channel, Age, Score)[u].Adjusted, own, ownError);
        Match(ClientMix.Indirect(Sample, Channel, Age, Score)[u].Adjusted, indirect, indirectError);

        static void Match(Estimate actual, double value, double error)
        {
            Oracle.Near(value, actual.Value, 1e-12);
            Oracle.Near(error, actual.StandardError, 1e-10);
        }
    }

    [Fact]
    public void GroupsTooSmall_AreAsIfTheMixDidNotHaveThem()
    {
        // The largest minimum that leaves a unit some groups and not all.
        var people = new int[Channel.Levels, Age.Levels];
        for (var i = 0; i < Wave.Rows; i++)
            if (Channel.Codes[i] >= 0 && Age.Codes[i] >= 0 && !double.IsNaN(Score[i])) people[Channel.Codes[i], Age.Codes[i]]++;
        for (var u = 0; u < Channel.Levels; u++)
        {
            int[] sizes = [.. Enumerable.Range(0, Age.Levels).Select(g => people[u, g]).Order()];
            var minimum = sizes[0] + 1;
            if (sizes[1] < minimum) continue;
            var dropped = Enumerable.Range(0, Age.Levels).Single(g => people[u, g] < minimum);
            double[] without = [.. Known.Select((w, g) => g == dropped ? 0 : w)];
            Same(ClientMix.Direct(Sample, Channel, Age, Score, without)[u],
                ClientMix.Direct(Sample, Channel, Age, Score, Known, minimum)[u]);
            // An estimated mix: as if nobody anywhere had been of that group.
            var others = Factor.FromCodes([.. Age.Codes.ToArray().Select(g => g == dropped ? -1 : g)], Age.Labels);
            Same(ClientMix.Direct(Sample, Channel, others, Score)[u], ClientMix.Direct(Sample, Channel, Age, Score, null, minimum)[u]);
            Assert.InRange(ClientMix.Direct(Sample, Channel, Age, Score, Known, minimum)[u].Coverage, .65, .85);
        }

        static void Same(MixAdjustment expected, MixAdjustment actual)
        {
            Oracle.Near(expected.Adjusted.Value, actual.Adjusted.Value, 1e-12);
            Oracle.Near(expected.Adjusted.StandardError, actual.Adjusted.StandardError, 1e-10);
            Assert.Equal(expected.Adjusted.DegreesOfFreedom, actual.Adjusted.DegreesOfFreedom);
        }
    }

    [Fact]
    public void ClientsOfAnOfficeAlike_CountOnce()
    {
        // Two units of ten offices whose nine clients all say the same: nine times the people, no more information than one each.
        int[] office = [.. Enumerable.Range(0, 180).Select(i => i / 9)], unit = [.. office.Select(o => o / 10)],
            group = [.. office.Select(o => o % 2)];
        double[] value = [.. office.Select(o => 50.0 + (o * 37 % 29))];
        Factor Of(int[] codes) => Factor.FromCodes(codes, [.. Enumerable.Range(0, codes.Max() + 1).Select(c => $"{c}")]);
        var plain = ClientMix.Direct(Design.SimpleRandom(180), Of(unit), Of(group), value, [0.5, 0.5]);
        var clustered = ClientMix.Direct(Design.From(new() { Clusters = Of(office) }), Of(unit), Of(group), value, [0.5, 0.5]);
        foreach (var (a, b) in plain.Zip(clustered))
        {
            Oracle.Near(a.Adjusted.Value, b.Adjusted.Value, 1e-12);
            // √9, but for the n − 1 of the two formulas.
            Assert.Equal(3, b.Adjusted.StandardError / a.Adjusted.StandardError, 0.1);
            Assert.Equal(9, b.Adjusted.DegreesOfFreedom);
        }
    }

    [Fact]
    public void PermutedRows_ScaledWeights_AndDuplicatesWithinClusters_ChangeNothing()
    {
        int[] order = [.. Enumerable.Range(0, Wave.Rows)], twice = [.. order.SelectMany(i => new[] { i, i })];
        new Cadran.Statistics.Simulation.PortableRandom(7).Shuffle<int>(order);
        var expected = Results(Sample, Channel, Age, Score);
        foreach (var (rows, factor) in new[] { (order, 1.0), (order, 37.0), (twice, 0.5) })
        {
            var design = Design.From(new()
            {
                Strata = Wave.Factor("region").Take(rows),
                Clusters = Wave.Factor("office").Take(rows),
                Weights = [.. rows.Select(i => factor * Sample.Weight(i))],
                Population = [.. rows.Select(i => Wave.Numbers("M_offices")[i])],
            });
            Assert.All(expected.Zip(Results(design, Channel.Take(rows), Age.Take(rows), [.. rows.Select(i => Score[i])])),
                pair => Oracle.Near(pair.First, pair.Second, 1e-10));
        }

        static double[] Results(Design design, Factor unit, Factor group, double[] score) =>
            [.. ClientMix.Direct(design, unit, group, score).Concat(ClientMix.Indirect(design, unit, group, score))
            .SelectMany(r => new[] { r.Adjusted.Value, r.Adjusted.StandardError, r.Raw.StandardError })];
    }

    [Fact]
    public void OneGroup_IsNoAdjustment()
    {
        var everybody = Factor.FromCodes(new int[Wave.Rows], ["all"]);
        foreach (var r in ClientMix.Direct(Sample, Channel, everybody, Score).Concat(ClientMix.Indirect(Sample, Channel, everybody, Score)))
        {
            Oracle.Near(r.Raw.Value, r.Adjusted.Value, 1e-12);
            Oracle.Near(r.Raw.StandardError, r.Adjusted.StandardError, 1e-10);
        }
    }

    [Fact]
    public void OddInput_HasDocumentedOutcomes()
    {
        var two = Factor.FromCodes([0, 0, 1, 1], ["a", "b", "nobody"]);
        var one = Factor.FromCodes([0, 0, 0, 0], ["all"]);
        var design = Design.SimpleRandom(4);
        Assert.Equal(SuppressionReason.Empty,
            ClientMix.Direct(design, two, one, [1, 2, 3, 4], minimumGroup: 1)[2].Adjusted.Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Undefined, ClientMix.Direct(design, two, one, [1, 2, 3, 4])[0].Adjusted.Suppressed!.Reason);
        Assert.Equal(SuppressionReason.Empty,
            ClientMix.Indirect(design, two, one, [double.NaN, double.NaN, 3, 4])[0].Adjusted.Suppressed!.Reason);
        var noWeight = Design.From(new() { Weights = [0, 0, 1, 1] });
        Assert.Equal(SuppressionReason.ZeroWeight,
            ClientMix.Direct(noWeight, two, one, [1, 2, 3, 4], minimumGroup: 1)[0].Raw.Suppressed!.Reason);
        // A row without a unit still shapes the expectation; a row without a group shapes nothing.
        var loose = Factor.FromCodes([0, 0, -1, 1], ["a", "b"]);
        var groups = Factor.FromCodes([0, 1, 0, 1], ["x", "y"]);
        Assert.Equal(2.5 + 1.5 - 2.5, ClientMix.Indirect(design, loose, groups, [1, 2, 3, 4])[0].Adjusted.Value, 1e-12);
        var left =
            ClientMix.Indirect(design, Factor.FromCodes([0, 0, 0, 1], ["a", "b"]), Factor.FromCodes([0, 0, -1, 0], ["all"]), [1, 2, 99, 6])[
                0];
        Assert.Equal((2, 1.5), (left.Raw.Respondents, left.Raw.Value));
        Assert.Throws<ArgumentException>(() => ClientMix.Direct(design, two, one, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => ClientMix.Direct(design, two, one, [1, 2, 3, 4], [0.5, 0.5]));
        Assert.Throws<ArgumentException>(() => ClientMix.Direct(design, two, one, [1, 2, 3, 4], [0.0]));
        Assert.Equal(
            -1.0, Assert.Throws<ArgumentOutOfRangeException>(() => ClientMix.Direct(design, two, one, [1, 2, 3, 4], [-1.0])).ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => ClientMix.Direct(design, two, one, [1, 2, 3, double.NegativeInfinity]));
    }
}
