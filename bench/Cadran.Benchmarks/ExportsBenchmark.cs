using System.Diagnostics;
using System.Globalization;
using System.Text;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Benchmarks;

/// <summary>
/// <c>cadran export wave</c> of 1,000,000 responses × 30 ratings as a process of its own, from its start to the end of the file, with its
/// highest resident memory: <c>exports [rows]</c>. The first run also works the results out; the later ones find them stored.
/// </summary>
internal static class ExportsBenchmark
{
    private const int Ratings = 30;

    public static async Task RunAsync(string[] args)
    {
        int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        string folder = Directory.CreateTempSubdirectory("cadran-bench-").FullName;
        try
        {
            Guid wave = await FillAsync(folder, rows);
            await OneAsync(folder, wave, "counts", 0, rows);
            await OneAsync(folder, wave, "csv", 10, rows);
            await OneAsync(folder, wave, "sav", 20, rows);
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    private static async Task<Guid> FillAsync(string folder, int rows)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddStorage(new StorageOptions(null, Path.Combine(folder, "cadran.db"), folder)).AddCollection();
        await using ServiceProvider provider = services.BuildServiceProvider();
        Wave wave = await BenchWave.AddAsync(provider, Ratings);
        await provider.GetRequiredService<ResponseStore>().AddRangeAsync(Responses(wave.Id, rows));
        using IServiceScope scope = provider.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        (await db.Waves.FindAsync(wave.Id))!.Close(Actor.System, Moment.On(BenchWave.Day));
        await db.SaveChangesAsync();
        return wave.Id;
    }

    private static IEnumerable<Response> Responses(Guid wave, int rows)
    {
        var random = new Random(1);
        var json = new StringBuilder();
        for (int i = 0; i < rows; i++)
        {
            json.Clear();
            int mood = random.Next(1, 6);
            for (int item = 1; item <= Ratings; item++)
            {
                json.Append(item == 1 ? '{' : ',').Append('"').Append(BenchWave.Code(item)).Append("\":");
                if (random.Next(20) == 0) json.Append("\"na\"");
                else json.Append(Math.Clamp(mood + random.Next(-1, 2), 1, 5));
            }
            yield return new()
            {
                WaveId = wave,
                ReceivedOn = BenchWave.Day,
                Channel = "online",
                Language = "en",
                Weight = 1,
                AnswersJson = json.Append('}').ToString(),
            };
        }
    }

    private static async Task OneAsync(string folder, Guid wave, string format, int budget, int rows)
    {
        string file = Path.Combine(folder, "export." + format);
        var start = new ProcessStartInfo("dotnet",
            [typeof(CadranApp).Assembly.Location, "export", "wave", wave.ToString(), "--format", format, "--out", file])
        {
            RedirectStandardError = true,
        };
        start.Environment["Cadran__DataFolder"] = folder;
        var clock = Stopwatch.StartNew();
        using Process export = Process.Start(start)!;
        long memory = 0;
        while (!export.WaitForExit(20))
        {
            export.Refresh();
            if (!export.HasExited) memory = Math.Max(memory, export.PeakWorkingSet64);
        }
        double seconds = clock.Elapsed.TotalSeconds;
        if (export.ExitCode != 0) throw new InvalidOperationException(await export.StandardError.ReadToEndAsync());
        string promised = budget == 0 ? "" : $" (budget {budget} s, 250 MB)";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"export {format,-6} of {rows:N0} x {Ratings}: {seconds:0.0} s, {memory / 1e6:0} MB resident, " +
            $"file of {new FileInfo(file).Length / 1e6:0.0} MB{promised}"));
    }
}
