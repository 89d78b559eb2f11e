using System.Diagnostics;
using System.Globalization;
using System.Text;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Benchmarks;

/// <summary>
/// Bulk writing to the embedded database and the cold start of a table: <c>responses [rows] [items]</c>, by default 1,000,000 × 30.
/// </summary>
internal static class ResponsesBenchmark
{
    public static async Task RunAsync(string[] args)
    {
        int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        int items = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 30;
        string folder = Directory.CreateTempSubdirectory("cadran-bench-").FullName;
        try
        {
            var services = new ServiceCollection();
            services.AddSingleton(TimeProvider.System);
            services.AddStorage(new StorageOptions(null, Path.Combine(folder, "cadran.db"), folder)).AddCollection().AddInsight();
            await using ServiceProvider provider = services.BuildServiceProvider();
            Wave wave = await BenchWave.AddAsync(provider, items);
            var store = provider.GetRequiredService<ResponseStore>();

            var clock = Stopwatch.StartNew();
            await store.AddRangeAsync(Responses(wave, rows, items));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"write {rows:N0} responses x {items} items: " +
                $"{clock.Elapsed.TotalSeconds:0.00} s, {rows / clock.Elapsed.TotalSeconds:N0} rows/s, file {Size(folder):N0} MB"));

            for (int i = 1; i <= 3; i++)
            {
                var tables = new ResponseTables(store, provider.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System);
                clock.Restart();
                ResponseTable table = await tables.GetAsync(wave.Id, default);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"cold table {i}: {table.Rows:N0} rows in {clock.Elapsed.TotalSeconds:0.00} s"));
                clock.Restart();
                await tables.GetAsync(wave.Id, default);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"the same again: {clock.Elapsed.TotalMilliseconds:0.00} ms"));
            }
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    private static IEnumerable<Response> Responses(Wave wave, int rows, int items)
    {
        var random = new Random(1);
        string[] starts = [.. Enumerable.Range(1, items).Select(i => $"{(i == 1 ? '{' : ',')}\"{BenchWave.Code(i)}\":")];
        var json = new StringBuilder();
        for (int i = 0; i < rows; i++)
        {
            json.Clear();
            foreach (string start in starts)
            {
                json.Append(start);
                int value = random.Next(0, 6);
                if (value == 0) json.Append("\"na\""); else json.Append((char)('0' + value));
            }
            yield return new Response
            {
                WaveId = wave.Id,
                ReceivedOn = BenchWave.Day,
                Channel = i % 3 == 0 ? "phone" : "online",
                Language = i % 4 == 0 ? "fr" : "en",
                AnswersJson = json.Append('}').ToString(),
            };
        }
    }

    private static long Size(string folder) => Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length) / 1_000_000;
}
