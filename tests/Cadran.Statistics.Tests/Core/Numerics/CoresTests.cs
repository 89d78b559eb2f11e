using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cadran.Statistics.Drivers;
using Cadran.Statistics.Estimation;
using Cadran.Statistics.Regression;
using Cadran.Statistics.Replication;
using Cadran.Statistics.Tests.Drivers;

namespace Cadran.Statistics.Tests;

/// <summary>
/// Everything that works on several cores, run in processes that see one, two and four: the results agree to the last bit.
/// </summary>
public class CoresTests
{
    private const string File = "CADRAN_CORES_FILE";

    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [Fact]
    public void OneCoreTwoAndFour_SameToTheLastBit()
    {
        var one = RunOn(1);
        Assert.Equal(Computations().Select(c => c.Name), one.Select(line => line.Split(' ')[0]));
        Assert.Equal(one, RunOn(2));
        Assert.Equal(one, RunOn(4));
    }

    /// <summary>What the other processes run; on its own it checks that a second run gives the same bits as the first.</summary>
    [Fact]
    public void Results_AreRepeatable()
    {
        string[] lines = [.. Computations().Select(c => $"{c.Name} {Digest(c.Run())}")];
        if (Environment.GetEnvironmentVariable(File) is { Length: > 0 } path) System.IO.File.WriteAllLines(path, lines);
        else Assert.Equal(lines, Computations().Select(c => $"{c.Name} {Digest(c.Run())}"));
    }

    private static IEnumerable<(string Name, Func<object> Run)> Computations()
    {
        var clustered = DriverAnalysisPropertyTests.Simulate(6000, 9, 40, 71, missing: 0.03);
        var single = DriverAnalysisPropertyTests.Simulate(6000, 5, 0, 72);
        DriverAnalysisOptions options = new() { Replicates = 60 };
        Item[] items = [.. clustered.Drivers.Select(d => new Item(d.ToArray(), Scale.FivePoint))];
        ReadOnlyMemory<double>[] columns =
            [.. single.Drivers.Select(d => (ReadOnlyMemory<double>)d.ToArray().Select(v => (double)v).ToArray())];
        double[] overall = [.. single.Overall.ToArray().Select(v => (double)v)];
        int[] response = [.. overall.Select(v => (int)v)];

        yield return ("tabulation", () => Enumerable.Range(0, items.Length)
            .Select(k => Tabulation.Of(clustered.Design, items)[k].Overall.Score()).ToArray());
        yield return ("replicates", () => Replicates.Bootstrap(clustered.Design, 50, 3)
            .OfDesigns(d => Tabulation.Of(d, [items[0]], cores: 1)[0].Overall.Score().Value, 6000));
        yield return ("drivers-clustered", () => DriverAnalysis.Run(clustered, options));
        yield return ("drivers-rows", () => DriverAnalysis.Run(single, options));
        yield return ("drivers-many",
            () => DriverAnalysis.Run(DriverAnalysisPropertyTests.Simulate(3000, 16, 30, 73), options with { Replicates = 3 }));
        yield return ("ordinal", () => OrdinalRegression.Fit(columns, response, single.Design) is var fit
            ? new object[] { fit.Thresholds, fit.Coefficients, fit.DesignErrors } : []);
        yield return ("logistic", () => LogisticRegression.Fit(columns, [.. response.Select(r => r >= 4 ? 1 : 0)], single.Design) is var fit
            ? new object[] { fit.Coefficients, fit.DesignErrors } : []);
        yield return ("linear", () => LinearRegression.Fit(columns, overall) is var fit
            ? new object[] { fit.Coefficients, fit.DesignErrors(single.Design) } : []);
        // Few patterns are predicted again in each replicate, many follow the tangent.
        yield return (
            "what-if",
            () => new object[] { WhatIf.Fit(single, options).Move([0, 2], 0.4), WhatIf.Fit(single, options).Reach([1], 70),
            WhatIf.Fit(clustered, options with { Replicates = 300 }).Move([3]) });
    }

    private static string Digest(object result) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(result, result.GetType(), Json)))[..16];

    private static string[] RunOn(int cores)
    {
        var path = Path.GetTempFileName();
        try
        {
            var start =
                new ProcessStartInfo("dotnet",
                [typeof(CoresTests).Assembly.Location, "-method", $"{typeof(CoresTests).FullName}.{nameof(Results_AreRepeatable)}"])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                };
            start.Environment["DOTNET_PROCESSOR_COUNT"] = $"{cores}";
            start.Environment[File] = path;
            start.Environment.Remove(ReferenceValues.Unread);
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, said);
            return System.IO.File.ReadAllLines(path);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }
}
