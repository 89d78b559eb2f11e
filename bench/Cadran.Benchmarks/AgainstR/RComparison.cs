using System.Diagnostics;
using System.Globalization;

namespace Cadran.Benchmarks.AgainstR;

/// <summary>Runs the same tasks here and in R and prints seconds, ratio and the largest relative difference.</summary>
internal static class RComparison
{
    private const ulong Seed = 20260101;

    /// <param name="args">Number of rows, a million by default; then `alone` to leave R out.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var folder = Directory.CreateTempSubdirectory("cadran-bench-").FullName;
        try
        {
            Console.WriteLine(
                $"{rows:N0} rows, {BenchData.Strata} strata x {BenchData.ClustersPerStratum} clusters, 12 items, " +
                $"{Environment.ProcessorCount} cores");
            var data = BenchData.Generate(rows, Seed);
            data.Write(folder);
            var here = CadranTasks.Run(data).Concat(CadranTasks.Bootstrap(data)).ToList();
            if (args is [_, "alone", ..])
            {
                Print(here, []);
                return 0;
            }
            var script = Script();
            using var r = Process.Start(new ProcessStartInfo("Rscript", ["--vanilla", script, folder]) { WorkingDirectory = folder });
            if (r is null) throw new InvalidOperationException("Rscript did not start.");
            await r.WaitForExitAsync();
            if (r.ExitCode != 0) return r.ExitCode;
            Print(here, Read(Path.Combine(folder, "results.tsv")));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(List<Measured> here, Dictionary<string, Measured> there)
    {
        Console.WriteLine(
            $"{"task",-18}{"Cadran s",12}{"R s",12}{"ratio",10}{"Cadran cpu",12}{"R cpu",12}{"ratio",10}{"largest rel. diff.",20}");
        foreach (var task in here)
        {
            if (!there.TryGetValue(task.Task, out var r))
            {
                Console.WriteLine($"{task.Task,-18}{task.Seconds,12:F4}{"",22}{task.CpuSeconds,12:F4}  not run in R");
                continue;
            }
            var difference = task.Values.Length == r.Values.Length
                ? task.Values.Zip(r.Values, (a, b) => Math.Abs(a - b) / Math.Max(Math.Abs(b), 1e-300)).Max()
                    .ToString("E1", CultureInfo.InvariantCulture)
                : $"{task.Values.Length} against {r.Values.Length} numbers";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{task.Task,-18}{task.Seconds,12:F4}{r.Seconds,12:F3}{r.Seconds / task.Seconds,10:F0}" +
                $"{task.CpuSeconds,12:F4}{r.CpuSeconds,12:F3}{r.CpuSeconds / task.CpuSeconds,10:F0}{difference,20}"));
        }
    }

    /// <summary>Lines of task, wall seconds, processor seconds and numbers, tab-separated.</summary>
    private static Dictionary<string, Measured> Read(string path) =>
        File.ReadLines(path).Select(l => l.Split('\t')).ToDictionary(
            f => f[0],
            f => new Measured(f[0], Number(f[1]), Number(f[2]), [.. f[3..].Select(Number)]));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Script()
    {
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "bench", "R", "tasks.R"))) return Path.Combine(d.FullName, "bench", "R", "tasks.R");
        throw new FileNotFoundException("bench/R/tasks.R not found above the program.");
    }
}
