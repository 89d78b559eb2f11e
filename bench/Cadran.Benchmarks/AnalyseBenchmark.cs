using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;

namespace Cadran.Benchmarks;

/// <summary>
/// The command <c>analyse</c> as a whole process on the airline ratings (103,904 rows, 14 ratings, 0 = no answer): wall time and peak
/// memory. <c>analyse [runs]</c>. The file is unpacked first; without it, so many generated rows stand in.
/// </summary>
internal static class AnalyseBenchmark
{
    private const string Overall = "On-board service";
    private static readonly string[] Drivers =
    [
        "Inflight wifi service", "Departure/Arrival time convenient", "Ease of Online booking", "Gate location", "Food and drink",
        "Online boarding", "Seat comfort",
        "Inflight entertainment", "Leg room service", "Baggage handling", "Checkin service", "Inflight service", "Cleanliness",
    ];

    public static async Task RunAsync(string[] args)
    {
        int runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        string file = Path.GetTempFileName();
        try
        {
            await WriteAsync(file);
            var seconds = new List<double>();
            long peak = 0;
            for (int i = 0; i < runs; i++)
            {
                (double wall, long kilobytes) = await RunOnceAsync(file);
                seconds.Add(wall);
                peak = Math.Max(peak, kilobytes);
            }
            seconds.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"analyse: median {seconds[runs / 2]:0.00} s of {runs} runs ({seconds[0]:0.00} to {seconds[^1]:0.00}), " +
                $"peak memory {peak / 1000:N0} MB"));
        }
        finally { File.Delete(file); }
    }

    private static async Task WriteAsync(string file)
    {
        string? data = Environment.GetEnvironmentVariable("CADRAN_DATA") ?? (Directory.Exists("../shared/data") ? "../shared/data" : null);
        string packed = Path.Combine(data ?? "", "ratings", "airline_train.csv.gz");
        if (File.Exists(packed))
        {
            await using var from = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress);
            await using FileStream to = File.Create(file);
            await from.CopyToAsync(to);
            return;
        }
        Console.WriteLine($"(no {packed}: generated ratings instead)");
        var random = new Random(1);
        await using var writer = new StreamWriter(file);
        await writer.WriteLineAsync(string.Join(',', Drivers.Prepend(Overall)));
        for (int i = 0; i < 103_904; i++)
        {
            int mood = random.Next(1, 6);
            await writer.WriteLineAsync(string.Join(',', Enumerable.Range(0, 14).Select(_ => Math.Clamp(mood + random.Next(-2, 3), 0, 5))));
        }
    }

    private static async Task<(double Seconds, long PeakKilobytes)> RunOnceAsync(string file)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Cadran.Web.dll");
        string[] arguments =
            [program, "analyse", file, "--overall", Overall, "--drivers", string.Join(',', Drivers), "--missing", "0", "--format", "json",
                "--out", file + ".json"];
        var clock = Stopwatch.StartNew();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true })!;
        Task<string> said = process.StandardError.ReadToEndAsync();
        long peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(10));
        }
        double seconds = clock.Elapsed.TotalSeconds;
        File.Delete(file + ".json");
        if (process.ExitCode != 0) throw new InvalidOperationException(await said);
        return (seconds, peak);
    }

    // The kernel keeps the peak itself; read until the process is gone.
    private static long PeakOf(int id)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{id}/status")
                .FirstOrDefault(l => l.StartsWith("VmHWM", StringComparison.Ordinal))?.Replace("\t", " ", StringComparison.Ordinal);
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException) { return 0; }
    }
}
