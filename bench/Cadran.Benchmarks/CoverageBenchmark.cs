using System.Globalization;
using Cadran.Statistics;
using Cadran.Statistics.Drivers;

namespace Cadran.Benchmarks;

/// <summary>
/// Not a time but a truth: how often the intervals of importance hold it, and how often drivers that are equal are told apart, by number of
/// clusters. Three drivers of one pattern, so that each has exactly a third of what they explain.
/// </summary>
internal static class CoverageBenchmark
{
    private const int PeopleInCluster = 40;
    private static readonly int[] Clusters = [2, 3, 5, 8, 15, 30];

    public static Task RunAsync(string[] args)
    {
        int samples = args is [var asked, ..] ? int.Parse(asked, CultureInfo.InvariantCulture) : 300;
        Console.WriteLine($"{samples} samples of {PeopleInCluster} people a cluster; three equal drivers, five-point ratings, 95 %");
        Console.WriteLine("clusters  held by the interval  mean width  rank range held  told apart  a firm place");
        foreach (int clusters in Clusters)
        {
            var runs = new Run[samples];
            Parallel.For(0, samples, s => runs[s] = Once(clusters, seed: 1000 * clusters + s));
            Run[] said = [.. runs.Where(r => r.Said)];
            string Percent(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);
            string intervals = said.Length == 0 ? "withheld"
                : $"{Percent(said.Average(r => r.Held))}{(said.Length < samples ? $" of {said.Length}" : "")}";
            string width = said.Length == 0 ? "–" : said.Average(r => r.Width).ToString("0.00", CultureInfo.InvariantCulture);
            Console.WriteLine($"{clusters,8}  {intervals,20}  {width,10}  {Percent(runs.Average(r => r.RanksHeld)),15}  "
                + $"{Percent(runs.Average(r => r.Apart ? 1.0 : 0)),10}  {Percent(runs.Average(r => r.Firm)),12}");
        }
        return Task.CompletedTask;
    }

    private sealed record Run(bool Said, double Held, double Width, double RanksHeld, bool Apart, double Firm);

    private static Run Once(int clusters, int seed)
    {
        DriverAnalysis analysis = DriverAnalysis.Run(Sample(clusters, new Random(seed)));
        var drivers = analysis.Importance;
        bool said = !analysis.FewUnits;
        return new(said, drivers.Average(d => d.Low <= 1.0 / 3 && 1.0 / 3 <= d.High ? 1.0 : 0), drivers.Average(d => d.High - d.Low),
            // All three share every rank: a range that leaves one out claims more than is true.
            drivers.Average(d => d is { RankLow: 1, RankHigh: 3 } ? 1.0 : 0),
            analysis.Separability!.Separable, analysis.Priorities!.Drivers.Average(d => d.Firm ? 1.0 : 0));
    }

    // A person's ratings share what the person and the office think of everything; the overall rating is the mean of the three, and chance.
    private static DriverData Sample(int clusters, Random random)
    {
        int rows = clusters * PeopleInCluster;
        sbyte[][] drivers = [new sbyte[rows], new sbyte[rows], new sbyte[rows]];
        var (overall, office) = (new sbyte[rows], new int[rows]);
        for (int c = 0; c < clusters; c++)
        {
            double common = 0.25 * Normal();
            double[] own = [0.25 * Normal(), 0.25 * Normal(), 0.25 * Normal()];
            for (int k = 0; k < PeopleInCluster; k++)
            {
                int row = c * PeopleInCluster + k;
                double general = Normal(), sum = 0;
                for (int j = 0; j < 3; j++)
                {
                    double liking = common + own[j] + 0.75 * general + 0.66 * Normal();
                    drivers[j][row] = Rating(liking);
                    sum += liking / 3;
                }
                overall[row] = Rating(sum + 0.45 * Normal());
                office[row] = c;
            }
        }
        return new()
        {
            Overall = overall,
            Drivers = [.. drivers.Select(d => (ReadOnlyMemory<sbyte>)d)],
            Design = Design.From(new DesignColumns { Rows = rows, Clusters = Factor.Of(office) }),
        };

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        static sbyte Rating(double liking) => (sbyte)Math.Clamp(Math.Round(3 + liking), 1, 5);
    }
}
