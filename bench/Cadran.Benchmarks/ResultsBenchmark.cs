using System.Diagnostics;
using System.Globalization;
using System.Text;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Benchmarks;

/// <summary>
/// Everything a results page shows, computed from a loaded table: <c>results [rows]</c>, by default 1,000,000 responses of 30 ratings
/// (overall, five drivers of three items, 14 others) and 20 groups. Also from a cold start, reading the database included.
/// </summary>
internal static class ResultsBenchmark
{
    private static readonly Driver[] Drivers = [Driver.Timeliness, Driver.Knowledge, Driver.Courtesy, Driver.Fairness, Driver.Outcome];

    public static async Task RunAsync(string[] args)
    {
        int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        string folder = Directory.CreateTempSubdirectory("cadran-bench-").FullName;
        try
        {
            await using ServiceProvider provider = Services(new(null, Path.Combine(folder, "cadran.db"), folder));
            Guid wave = await WaveAsync(provider);
            await provider.GetRequiredService<ResponseStore>().AddRangeAsync(Responses(wave, rows));
            await CloseAsync(provider, wave);

            var clock = Stopwatch.StartNew();
            await provider.GetRequiredService<ResponseTables>().GetAsync(wave, default);
            double loaded = clock.Elapsed.TotalSeconds;
            WaveAnalysis first = await provider.GetRequiredService<WaveAnalyses>().ForAsync(wave, "office", default);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"results, cold start, {first.Responses:N0} responses x 30 ratings, {first.Result.Groups.Count} groups: " +
                $"{clock.Elapsed.TotalSeconds:0.00} s, of which {loaded:0.00} s to read the rows and to make the copy"));
            for (int i = 0; i < 5; i++) await FromTheCopyAsync(provider, wave);

            ResponseTable table = await provider.GetRequiredService<ResponseTables>().GetAsync(wave, default);
            var times = new List<double>();
            var processor = new List<double>();
            for (int i = 0; i < 15; i++)
            {
                TimeSpan before = Environment.CpuUsage.TotalTime;
                clock.Restart();
                WaveAnalyses.Analyse(table, "office");
                times.Add(clock.Elapsed.TotalMilliseconds);
                processor.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            }
            // The first runs compile the code; a server has done so long before.
            times = [.. times.Skip(5).Order()];
            processor = [.. processor.Skip(5).Order()];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"results, from the loaded table: median {times[5]:0} ms ({times[0]:0} to {times[^1]:0}), " +
                $"processor {processor[5]:0} ms over all cores"));
            clock.Restart();
            await provider.GetRequiredService<WaveAnalyses>().ForAsync(wave, "office", default);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"results, asked again: {clock.Elapsed.TotalMilliseconds:0.0} ms"));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    // As another process finds the wave, or this one half an hour later: nothing is in memory and no result is stored.
    private static async Task FromTheCopyAsync(ServiceProvider provider, Guid wave)
    {
        using (IServiceScope scope = provider.CreateScope())
            await scope.ServiceProvider.GetRequiredService<CadranDb>().StoredResults.ExecuteDeleteAsync();
        await using ServiceProvider other = Services(provider.GetRequiredService<StorageOptions>());
        (TimeSpan before, long clock) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await other.GetRequiredService<ResponseTables>().GetAsync(wave, default);
        double loaded = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        await other.GetRequiredService<WaveAnalyses>().ForAsync(wave, "office", default);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"results, cold from the copy: {Stopwatch.GetElapsedTime(clock).TotalSeconds:0.00} s, of which {loaded:0.00} s to read it, " +
            $"processor {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.00} s"));
    }

    private static ServiceProvider Services(StorageOptions storage) => new ServiceCollection()
        .AddSingleton(TimeProvider.System).AddStorage(storage).AddCollection().AddInsight().BuildServiceProvider();

    private static async Task CloseAsync(ServiceProvider provider, Guid wave)
    {
        using IServiceScope scope = provider.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        (await db.Waves.FindAsync(wave))!.Close(Actor.System, Moment.On(BenchWave.Day));
        await db.SaveChangesAsync();
    }

    private static async Task<Guid> WaveAsync(IServiceProvider services)
    {
        using IServiceScope scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        await Schema.ApplyAsync(db, TimeProvider.System, default);
        var organisation = Organisation.Create("BENCH", new("Ministry", "Ministère"));
        var service = Service.Create(organisation.Id, "BENCH", new("Passports", "Passeports"));
        var questionnaire = Questionnaire.Start(service.Id, "Bench", Content(), "A bench asks what it measures.");
        QuestionnaireVersion version = questionnaire.Publish(TimeProvider.System.GetUtcNow().UtcDateTime);
        DateOnly day = BenchWave.Day;
        var wave = Wave.Plan(service.Id, version.Id, "1", day.AddDays(-1), day.AddDays(1), Actor.System, Moment.On(day));
        db.AddRange(organisation, service, questionnaire, wave);
        await db.SaveChangesAsync();
        return wave.Id;
    }

    private static QuestionnaireContent Content() => new()
    {
        Title = new("Your view", "Votre avis"),
        Thanks = new("Thank you.", "Merci."),
        Sections =
        [
            new()
            {
                Code = "all", Title = new("All", "Tout"),
                Questions =
                [
                    .. Enumerable.Range(0, 30).Select(i => new Question
                    {
                        Code = BenchWave.Code(i), Kind = QuestionKind.Rating, Text = new($"Part {i}", $"Partie {i}"),
                        AllowsNotApplicable = true,
                        Role = i == 0 ? ItemRole.Overall : i <= 15 ? ItemRole.Driver : ItemRole.Other,
                        Driver = i is > 0 and <= 15 ? Drivers[(i - 1) / 3] : Driver.None,
                        Scale = new(1, 5) { Labels = [.. Enumerable.Range(1, 5).Select(v => new LocalText($"{v}", $"{v}"))] },
                    }),
                    new()
                    {
                        Code = "office",
                        Kind = QuestionKind.Choice,
                        Text = new("Office", "Bureau"),
                        Options = [.. Enumerable.Range(1, 20).Select(o => new QuestionOption($"o{o}", new($"{o}", $"{o}")))],
                    },
                ],
            },
        ],
    };

    private static IEnumerable<Response> Responses(Guid wave, int rows)
    {
        var random = new Random(1);
        string[] names = [.. Enumerable.Range(0, 30).Select(i => $"{(i == 0 ? '{' : ',')}\"{BenchWave.Code(i)}\":")];
        var json = new StringBuilder();
        for (int i = 0; i < rows; i++)
        {
            json.Clear();
            int mood = random.Next(1, 6);
            foreach (string name in names)
            {
                json.Append(name);
                if (random.Next(20) == 0) json.Append("\"na\"");
                else json.Append(Math.Clamp(mood + random.Next(-1, 2), 1, 5));
            }
            json.Append(",\"office\":\"o").Append(1 + random.Next(20)).Append("\"}");
            yield return new Response
            {
                WaveId = wave,
                ReceivedOn = BenchWave.Day,
                Channel = "online",
                Language = "en",
                AnswersJson = json.ToString(),
            };
        }
    }
}
