using System.Diagnostics;

namespace Cadran.Benchmarks;

/// <summary>
/// From starting the process to its first page, with an empty folder and with a filled one, and the memory of the idle program.
/// </summary>
internal static class StartBenchmark
{
    private const int Runs = 5;

    public static async Task RunAsync(string[] args)
    {
        string folder = Directory.CreateTempSubdirectory("cadran-bench-").FullName;
        try
        {
            (double first, _) = await MeasureAsync(folder);
            Console.WriteLine($"first start, empty folder:   {first:F2} s to the first page");
            var demo = Stopwatch.StartNew();
            using (Process fill = ServerProcess.Start(folder, null, "demo")) await fill.WaitForExitAsync();
            Console.WriteLine($"cadran demo:                 {demo.Elapsed.TotalSeconds:F2} s, whole process (budget 10 s)");
            var seconds = new List<double>();
            double memory = 0;
            for (int run = 0; run < Runs; run++)
            {
                (double took, memory) = await MeasureAsync(folder);
                seconds.Add(took);
            }
            seconds.Sort();
            Console.WriteLine($"start to first page:         {seconds[Runs / 2]:F2} s median of {Runs} " +
                $"({seconds[0]:F2}–{seconds[^1]:F2}) (budget 2 s)");
            Console.WriteLine($"resident memory when idle:   {memory:F0} MB (budget 200 MB)");
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    private static async Task<(double Seconds, double Megabytes)> MeasureAsync(string folder)
    {
        Uri address = ServerProcess.FreeAddress();
        var clock = Stopwatch.StartNew();
        using Process server = await ServerProcess.ServeAsync(folder, null, address, "/account/sign-in");
        double seconds = clock.Elapsed.TotalSeconds;
        await Task.Delay(2000);
        server.Refresh();
        double megabytes = server.WorkingSet64 / 1e6;
        server.Kill();
        await server.WaitForExitAsync();
        return (seconds, megabytes);
    }
}
