using System.Diagnostics;
using System.Globalization;
using System.Text;
using Cadran.Collection;
using Cadran.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Benchmarks;

/// <summary>
/// A file of 1,000,000 responses × 30 ratings is imported into the embedded database while somebody else keeps sending answers to the same
/// wave: <c>import [rows]</c>. The longest of these waits is what an import costs others.
/// </summary>
internal static class ImportBenchmark
{
    private const int Ratings = 30;

    public static async Task RunAsync(string[] args)
    {
        int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        string folder = Directory.CreateTempSubdirectory("cadran-bench-").FullName;
        try
        {
            var services = new ServiceCollection();
            services.AddSingleton(TimeProvider.System);
            services.AddStorage(new StorageOptions(null, Path.Combine(folder, "cadran.db"), folder)).AddCollection();
            await using ServiceProvider provider = services.BuildServiceProvider();
            Wave wave = await BenchWave.AddAsync(provider, Ratings);
            string file = Path.Combine(folder, "answers.csv");
            Fill(file, rows);
            using var over = new CancellationTokenSource();
            Task<List<double>> answering = AnswerAsync(provider.GetRequiredService<ResponseStore>(), wave, over.Token);
            (TimeSpan before, long clock) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            (double read, double written) = await ImportAsync(provider, wave, file, clock);
            double processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            await over.CancelAsync();
            List<double> waits = await answering;
            waits.Sort();
            long bytes = Directory.EnumerateFiles(folder, "cadran.db*").Sum(f => new FileInfo(f).Length);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"import of {rows:N0} x {Ratings}: {written:0.0} s, of which {read:0.0} s to read the file; " +
                $"{rows / (written - read):N0} rows/s written, {processor:0.0} s of processor, {(double)bytes / rows:0} bytes a response"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"somebody who answered meanwhile waited {waits[waits.Count / 2]:0} ms in the middle of {waits.Count:N0} times, " +
                $"{waits[^1]:0} ms at most (budget 1,000)"));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    private static async Task<(double Read, double Written)> ImportAsync(ServiceProvider provider, Wave wave, string file, long clock)
    {
        using IServiceScope scope = provider.CreateScope();
        var import = new ResponseImport
        {
            WaveId = wave.Id,
            FileName = "answers.csv",
            FileHash = await ImportResponses.HashAsync(file, default),
            Bytes = new FileInfo(file).Length,
            By = "bench",
            UploadedAtUtc = TimeProvider.System.GetUtcNow().UtcDateTime,
        };
        import.Remap(new()
        {
            Id = "id",
            Items = [.. Enumerable.Range(1, Ratings).Select(i => new ImportItem { Column = BenchWave.Code(i), Item = BenchWave.Code(i) })],
        });
        double read = 0;
        ImportReport report = await scope.ServiceProvider.GetRequiredService<ImportResponses>().RunAsync(
            import, file, ImportMode.AllOrNone, new Reading(() => read = Stopwatch.GetElapsedTime(clock).TotalSeconds), default);
        if (report.Bad > 0 || report.Broken is not null) throw new InvalidOperationException($"{report}");
        return (read, Stopwatch.GetElapsedTime(clock).TotalSeconds);
    }

    // Some hundred a second, one after the other, until the import is over.
    private static async Task<List<double>> AnswerAsync(ResponseStore store, Wave wave, CancellationToken over)
    {
        var waits = new List<double>();
        while (!over.IsCancellationRequested)
        {
            long sent = Stopwatch.GetTimestamp();
            await store.SubmitAsync(new Response
            {
                WaveId = wave.Id,
                ReceivedOn = BenchWave.Day,
                Channel = "online",
                Language = "en",
                AnswersJson = $$"""{"{{BenchWave.Code(1)}}":4}""",
            }, SubmissionKey.New());
            waits.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            await Task.Delay(5, CancellationToken.None);
        }
        return waits;
    }

    private static void Fill(string file, int rows)
    {
        var random = new Random(1);
        using var csv = new StreamWriter(file, append: false, Encoding.UTF8, 1 << 16);
        csv.Write("id");
        for (int item = 1; item <= Ratings; item++) csv.Write("," + BenchWave.Code(item));
        for (int row = 0; row < rows; row++)
        {
            csv.Write('\n');
            csv.Write(row);
            for (int item = 0; item < Ratings; item++)
            {
                csv.Write(',');
                csv.Write((char)('0' + random.Next(1, 6)));
            }
        }
    }

    private sealed class Reading(Action now) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => now();
    }
}
