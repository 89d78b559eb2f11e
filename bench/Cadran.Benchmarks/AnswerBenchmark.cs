using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Cadran.Collection;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadran.Benchmarks;

/// <summary>
/// People answering: 32 clients in a closed loop, each opening the link (and following its redirection), receiving the page of 20 ratings
/// and sending it until it is acknowledged from disk. Server and clients share the machine: <c>answer [seconds] [clients]</c>.
/// </summary>
internal static class AnswerBenchmark
{
    private const int Questions = 20;

    public static async Task RunAsync(string[] args)
    {
        double seconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        int clients = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 32;
        string folder = Directory.CreateTempSubdirectory("cadran-bench-").FullName;
        await using WebApplication app = CadranApp.Build(["--urls", "http://127.0.0.1:0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Cadran:DataFolder"] = folder,
                // All clients are one source.
                ["Cadran:AnswersPerSource"] = "0",
            });
            builder.Logging.ClearProviders();
        });
        try
        {
            Wave wave = await BenchWave.AddAsync(app.Services, Questions);
            await app.StartAsync();
            var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            await FirstViewAsync(address, wave);
            await LoopAsync(address, wave, clients, 5);
            TimeSpan before = Environment.CpuUsage.TotalTime;
            List<double> times = await LoopAsync(address, wave, clients, seconds);
            TimeSpan used = Environment.CpuUsage.TotalTime - before;
            times.Sort();
            long stored = await app.Services.GetRequiredService<ResponseStore>().CountAsync(wave.Id, default);
            // Processor time does not depend on what else the machine is doing; the rate does.
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"processor time: {used.TotalMilliseconds / times.Count:0.000} ms a flow, server and client together; " +
                $"{Environment.ProcessorCount} cores would do {Environment.ProcessorCount * times.Count / used.TotalSeconds:N0} flows/s " +
                $"if nothing else ran"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{clients} clients, {Questions} questions, embedded database: " +
                $"{times.Count / seconds:N0} flows/s, p50 {times[times.Count / 2]:0.0} ms, p95 {times[times.Count * 95 / 100]:0.0} ms, " +
                $"p99 {times[times.Count * 99 / 100]:0.0} ms, {stored:N0} responses stored (warm-up included)"));
        }
        finally
        {
            await app.StopAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FirstViewAsync(Uri address, Wave wave)
    {
        using var client =
            new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = address };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        long total = 0;
        using HttpResponseMessage page = await client.GetAsync($"/answer/{wave.Slug}/en");
        byte[] html = await page.Content.ReadAsByteArrayAsync();
        foreach (string asset in new[] { "/assets/answer.css", "/favicon.svg" })
        {
            using HttpResponseMessage file = await client.GetAsync(asset);
            total += file.IsSuccessStatusCode
                ? (await file.Content.ReadAsByteArrayAsync()).Length
                : throw new InvalidOperationException($"{asset} is not there: build the assets first.");
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"first view: page {html.Length:N0} bytes ({page.Content.Headers.ContentEncoding.FirstOrDefault()}), " +
            $"style sheet and icon {total:N0}, together {html.Length + total:N0} (budget 25,600)"));
    }

    private static async Task<List<double>> LoopAsync(Uri address, Wave wave, int clients, double seconds)
    {
        long end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        var perClient = await Task.WhenAll(Enumerable.Range(0, clients).Select(i => Task.Run(() => ClientAsync(address, wave, i, end))));
        return [.. perClient.SelectMany(times => times)];
    }

    private static async Task<List<double>> ClientAsync(Uri address, Wave wave, int number, long end)
    {
        var random = new Random(number);
        using var connection = await PlainClient.ConnectAsync(address);
        var times = new List<double>();
        var form = new StringBuilder();
        while (Stopwatch.GetTimestamp() < end)
        {
            long started = Stopwatch.GetTimestamp();
            string page = (await connection.SendAsync("GET", $"/answer/{wave.Slug}/en", "", 303)).Location!;
            int length = (await connection.SendAsync("GET", page, "", 200)).Length;
            if (length < 5000) throw new InvalidOperationException($"The page has only {length} bytes.");
            form.Clear();
            for (int i = 1; i <= Questions; i++)
                form.Append(i > 1 ? "&" : "").Append("q-").Append(BenchWave.Code(i)).Append('=').Append(random.Next(1, 6));
            string after = (await connection.SendAsync("POST", page, form.ToString(), 303)).Location!;
            if (!after.EndsWith("/thanks", StringComparison.Ordinal)) throw new InvalidOperationException($"Not acknowledged: {after}");
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return times;
    }
}
