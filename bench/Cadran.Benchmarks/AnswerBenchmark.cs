using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime;
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
/// and sending it until it is acknowledged from disk. Server and clients share the machine: <c>answer [seconds] [clients]</c>; with
/// <c>--rules</c> the questionnaire has ten rules.
/// </summary>
internal static class AnswerBenchmark
{
    private const int Questions = 20, Rounds = 4;

    public static async Task RunAsync(string[] args)
    {
        bool rules = args.Contains("--rules");
        args = [.. args.Where(argument => argument != "--rules")];
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
            Wave wave = await BenchWave.AddAsync(app.Services, Questions, rules: rules);
            await app.StartAsync();
            var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            byte[] page = await FirstViewAsync(address, wave);
            await using DurableFloor floor = await DurableFloor.StartAsync(folder, wave, page);
            var cold = new Measured();
            await LoopAsync(address, wave, clients, 5, cold);
            Console.WriteLine($"in the first five seconds, most of it to be compiled yet: {cold}");
            (Measured cadran, Measured least) = (new(), new());
            await WarmAsync(address, wave, clients);
            await WarmAsync(floor.Address, wave, clients);
            // In turn, so that both have the same share of whatever else the machine does.
            for (int round = 0; round < Rounds; round++)
            {
                await LoopAsync(address, wave, clients, seconds / Rounds, cadran);
                await LoopAsync(floor.Address, wave, clients, seconds / Rounds, least);
            }
            long stored = await app.Services.GetRequiredService<ResponseStore>().CountAsync(wave.Id, default);
            Console.WriteLine($"{clients} clients, {Questions} questions, embedded database: {cadran}; {stored:N0} responses stored");
            Console.WriteLine($"durable floor, same bytes and one sync for all that wait:   {least}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"that is {100 * cadran.Rate / least.Rate:0} % of the floor; processor time {cadran.Processor:0.000} and " +
                $"{least.Processor:0.000} ms a flow, server and clients together"));
        }
        finally
        {
            await app.StopAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    // Until nearly nothing is compiled any more, at most for half a minute.
    private static async Task WarmAsync(Uri address, Wave wave, int clients)
    {
        for (int i = 0; i < 15; i++)
        {
            long before = JitInfo.GetCompiledMethodCount();
            await LoopAsync(address, wave, clients, 2, new());
            if (JitInfo.GetCompiledMethodCount() - before < 40) break;
        }
    }

    /// <returns>The page as it is sent to who takes it as it is.</returns>
    private static async Task<byte[]> FirstViewAsync(Uri address, Wave wave)
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
        client.DefaultRequestHeaders.AcceptEncoding.Clear();
        return await client.GetByteArrayAsync($"/answer/{wave.Slug}/en");
    }

    private static async Task LoopAsync(Uri address, Wave wave, int clients, double seconds, Measured measured)
    {
        long started = Stopwatch.GetTimestamp(), end = started + (long)(seconds * Stopwatch.Frequency);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long allocated = GC.GetTotalAllocatedBytes();
        var perClient = await Task.WhenAll(Enumerable.Range(0, clients).Select(i => Task.Run(() => ClientAsync(address, wave, i, end))));
        measured.Add([.. perClient.SelectMany(times => times)], Stopwatch.GetElapsedTime(started),
            Environment.CpuUsage.TotalTime - before, GC.GetTotalAllocatedBytes() - allocated);
    }

    private sealed class Measured
    {
        private readonly List<double> times = [];
        private TimeSpan took, used;
        private long bytes;

        public double Rate => times.Count / took.TotalSeconds;

        /// <summary>Milliseconds a flow. Does not depend on what else the machine is doing, as the rate does.</summary>
        public double Processor => used.TotalMilliseconds / times.Count;

        public void Add(List<double> flows, TimeSpan inAll, TimeSpan processor, long allocated)
        {
            times.AddRange(flows);
            times.Sort();
            (took, used, bytes) = (took + inAll, used + processor, bytes + allocated);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{Rate:N0} flows/s, p50 {Part(0.5):0.0} ms, p95 {Part(0.95):0.0} ms, p99 {Part(0.99):0.0} ms, " +
            $"{bytes / 1024.0 / times.Count:0.0} KB allocated a flow");

        private double Part(double share) => times[(int)(share * (times.Count - 1))];
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
