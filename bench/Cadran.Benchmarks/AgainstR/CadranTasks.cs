using Cadran.Statistics;
using Cadran.Statistics.Comparison;
using Cadran.Statistics.Drivers;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Regression;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Weighting;

namespace Cadran.Benchmarks.AgainstR;

/// <summary>The tasks of bench/R/tasks.R, in the same order and with numbers in the same order.</summary>
internal static class CadranTasks
{
    public static IEnumerable<Measured> Run(BenchData data)
    {
        var design = DesignOf(data);
        Item[] items = [.. data.Items.Select(c => new Item(c, Scale.FivePoint))];
        yield return BenchTask.Measure("design", () => [DesignOf(data).DegreesOfFreedom]);
        yield return BenchTask.Measure("mean12", () => Numbers(Enumerable.Range(0, 12).Select(k => k), Tabulation.Of(design, items)));
        var domain = BenchData.Factor(data.Domain);
        yield return BenchTask.Measure("domains100x12", () =>
        {
            var table = Tabulation.Of(design, items, domain);
            return [.. Enumerable.Range(0, BenchData.Domains).SelectMany(d => Enumerable.Range(0, 12).Select(k => table[k].Group(d).Mean()))
                .SelectMany(e => new[] { e.Value, e.StandardError })];
        });
        Margin[] margins = [.. data.Margins.Select((codes, m) => new Margin(BenchData.Factor(codes), data.Targets[m], $"margin {m + 1}"))];
        yield return BenchTask.Measure("rake3", () =>
        {
            var raked = Raking.Apply(design, margins);
            return [raked.Weight(0), raked.Weight(data.Rows - 1)];
        });
        var raked = Raking.Apply(design, margins);
        yield return BenchTask.Measure("raked_mean", () => Numbers([0], Tabulation.Of(raked, [items[0]])));
        Factor second = Factor.Of(data.Items[1].AsSpan()), margin = BenchData.Factor(data.Margins[0]);
        yield return BenchTask.Measure("raoscott5x6", () =>
        {
            var test = DesignTests.Independence(design, second, margin);
            return [test.Statistic, test.DegreesOfFreedom, test.DenominatorDegreesOfFreedom, test.P];
        });
        ReadOnlyMemory<double>[] predictors =
            [.. Enumerable.Range(1, 3).Select(k => (ReadOnlyMemory<double>)data.Items[k].Select(c => (double)c).ToArray())];
        int[] top = [.. data.Items[0].Select(c => c >= 4 ? 1 : 0)];
        yield return BenchTask.Measure("logit3", () =>
        {
            var fit = LogisticRegression.Fit(predictors, top, design);
            return [.. fit.Coefficients, .. fit.DesignErrors];
        });
        foreach (var p in new[] { 10, 15, 20 })
        {
            var (drivers, overall) = Correlations(data.Correlation, p);
            yield return BenchTask.Measure($"lmg{p}", () => [.. RelativeImportance.FromCorrelation(drivers, overall).Lmg]);
        }
    }

    /// <summary>
    /// Resampling differs between the two generators: the errors agree within their own sampling noise, about 1/√1000 = 3 %.
    /// </summary>
    public static IEnumerable<Measured> Bootstrap(BenchData data)
    {
        yield return BenchTask.Measure("bootstrap500", () => Errors(data.Take(data.Rows / 10)));
        yield return BenchTask.Measure("bootstrap500_all", () => Errors(data));
    }

    private static double[] Errors(BenchData data)
    {
        var replicates = Replicates.Bootstrap(DesignOf(data), 500, 1);
        return [.. data.Items.Select(item => replicates.Mean(Array.ConvertAll(item, c => (double)c)).StandardError)];
    }

    private static Design DesignOf(BenchData data) => Design.From(new DesignColumns
    {
        Strata = BenchData.Factor(data.Stratum),
        Clusters = BenchData.Factor(data.Cluster),
        Weights = data.Weight,
    });

    private static double[] Numbers(IEnumerable<int> items, Tabulation table) =>
        [.. items.Select(k => table[k].Overall.Mean()).SelectMany(e => new[] { e.Value, e.StandardError })];

    private static (double[,] Drivers, double[] Overall) Correlations(double[,] all, int p)
    {
        var drivers = new double[p, p];
        for (var i = 0; i < p; i++)
            for (var j = 0; j < p; j++)
                drivers[i, j] = all[i, j];
        return (drivers, [.. Enumerable.Range(0, p).Select(j => all[j, BenchData.MostDrivers])]);
    }
}
