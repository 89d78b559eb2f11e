using Cadran.Statistics;
using Cadran.Statistics.Simulation;

namespace Cadran.Benchmarks.AgainstR;

/// <summary>A generated survey of 50 strata and 40 clusters each, and the files R reads it from.</summary>
internal sealed record BenchData(
    sbyte[][] Items, int[] Stratum, int[] Cluster, int[] Domain, double[] Weight, int[][] Margins, double[][] Targets,
    double[,] Correlation)
{
    public const int Strata = 50, ClustersPerStratum = 40, Domains = 100, MostDrivers = 20;
    private static readonly int[] MarginLevels = [6, 2, 10];

    public int Rows => Weight.Length;

    public static BenchData Generate(int rows, ulong seed)
    {
        var wave = SurveySimulator.Simulate(Model(11) with
        {
            Strata = [.. Enumerable.Range(0, Strata)
                .Select(h => new StratumModel($"S{h}", 2 * ClustersPerStratum, ClustersPerStratum, 400 + 40 * h))],
        }, seed, new WaveModel(rows)).Waves[0];
        var random = new PortableRandom(seed + 1);
        var domain = Codes(rows, _ => random.NextInt(Domains));
        int[][] margins = [.. MarginLevels.Select(levels =>
            Codes(rows, i => (random.NextInt(levels) + random.NextInt(levels + wave.Overall[i])) % levels))];
        double[][] targets = [.. margins.Select((codes, m) => Tilted(codes, MarginLevels[m], wave.Weight))];
        return new([wave.Overall, .. wave.Drivers], Codes(rows, i => wave.Stratum[i]), wave.Office, domain, wave.Weight, margins, targets,
            DriverCorrelation(seed + 2));
    }

    public BenchData Take(int rows) => this with
    {
        Items = [.. Items.Select(c => c[..rows])],
        Stratum = Stratum[..rows],
        Cluster = Cluster[..rows],
        Domain = Domain[..rows],
        Weight = Weight[..rows],
        Margins = [.. Margins.Select(m => m[..rows])],
    };

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var k = 0; k < Items.Length; k++)
            File.WriteAllBytes(Path.Combine(folder, $"item{k + 1}.i8"), [.. Items[k].Select(c => (byte)c)]);
        WriteInts("stratum", Stratum);
        WriteInts("cluster", Cluster);
        WriteInts("domain", Domain);
        for (var m = 0; m < Margins.Length; m++)
        {
            WriteInts($"margin{m + 1}", Margins[m]);
            WriteDoubles($"target{m + 1}", Targets[m]);
        }
        WriteDoubles("weight", Weight);
        WriteDoubles("correlation", Correlation.Cast<double>());

        void WriteInts(string name, IEnumerable<int> values) => Put(name + ".i32", values.SelectMany(BitConverter.GetBytes));
        void WriteDoubles(string name, IEnumerable<double> values) => Put(name + ".f64", values.SelectMany(BitConverter.GetBytes));
        void Put(string name, IEnumerable<byte> bytes) => File.WriteAllBytes(Path.Combine(folder, name), [.. bytes]);
    }

    private static SurveyModel Model(int drivers) => SurveyModel.ScenarioB() with
    {
        Drivers = [.. Enumerable.Range(0, drivers)
            .Select(j => SurveyModel.ScenarioB().Drivers[j % 5] with { Name = $"d{j}", Weight = 0.05 + 0.03 * (j % 7) })],
        Channels = [new("ALL", 1, 1)],
    };

    /// <summary>Population shares a little away from the sample's, so that raking has work to do.</summary>
    private static double[] Tilted(int[] codes, int levels, double[] weight)
    {
        var totals = new double[levels];
        for (var i = 0; i < codes.Length; i++) totals[codes[i]] += weight[i];
        var all = totals.Sum();
        for (var c = 0; c < levels; c++) totals[c] *= 1 + 0.2 * ((c % 3) - 1);
        var scale = all / totals.Sum();
        return [.. totals.Select(t => t * scale)];
    }

    /// <summary>Correlations of 20 drivers followed by overall, from a simulated wave.</summary>
    private static double[,] DriverCorrelation(ulong seed)
    {
        var wave = SurveySimulator.Simulate(Model(MostDrivers), seed, new WaveModel(20_000)).Waves[0];
        double[][] columns = [.. wave.Drivers.Append(wave.Overall).Select(Standardised)];
        var correlation = new double[columns.Length, columns.Length];
        for (var i = 0; i < columns.Length; i++)
            for (var j = 0; j < columns.Length; j++)
                correlation[i, j] = i == j ? 1 : columns[i].Zip(columns[j], (x, y) => x * y).Sum();
        return correlation;
    }

    private static double[] Standardised(sbyte[] codes)
    {
        var mean = codes.Average(c => (double)c);
        var norm = Math.Sqrt(codes.Sum(c => (c - mean) * (c - mean)));
        return [.. codes.Select(c => (c - mean) / norm)];
    }

    private static int[] Codes(int rows, Func<int, int> code)
    {
        var codes = new int[rows];
        for (var i = 0; i < rows; i++) codes[i] = code(i);
        return codes;
    }

    public static Factor Factor(int[] codes) => Cadran.Statistics.Factor.Of(codes);
}
