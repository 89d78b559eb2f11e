using System.Diagnostics;
using System.Net;
using Cadran.Web.Platform;

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
            using (Process fill = Start(folder, "demo")) await fill.WaitForExitAsync();
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
        string address = $"http://127.0.0.1:{FreePort()}";
        var clock = Stopwatch.StartNew();
        using Process server = Start(folder, "serve", "--urls", address);
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                using HttpResponseMessage page = await client.GetAsync($"{address}/account/sign-in");
                if (page.StatusCode == HttpStatusCode.OK) break;
            }
            catch (HttpRequestException) { await Task.Delay(10); }
        }
        double seconds = clock.Elapsed.TotalSeconds;
        await Task.Delay(2000);
        server.Refresh();
        double megabytes = server.WorkingSet64 / 1e6;
        server.Kill();
        await server.WaitForExitAsync();
        return (seconds, megabytes);
    }

    private static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CadranApp).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Cadran__DataFolder"] = folder;
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
