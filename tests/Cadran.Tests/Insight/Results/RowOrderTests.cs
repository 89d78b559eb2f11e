using System.Text.Json;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight.Results;

/// <summary>
/// The same file sorted otherwise is the same survey: every figure is the same to the last digit, whatever ids chance gave.
/// </summary>
public sealed class RowOrderTests(TestApp app)
{
    private static readonly JsonSerializerOptions ToTheLastDigit = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task AShuffledImport_GivesTheSameFigures(bool weights, bool offices)
    {
        string[] rows = [.. Enumerable.Range(0, 240).Select(i => Row(i, weights, offices))];
        string[] told = await Task.WhenAll(new[] { 0, 1, 2 }.Select(seed => ToldAsync(rows, seed)));
        Assert.Equal(told[0], told[1]);
        Assert.Equal(told[0], told[2]);
        Assert.Contains("\"RankEntropy\":", told[0], StringComparison.Ordinal);
        Assert.Contains("\"Importance\":[{", told[0], StringComparison.Ordinal);
    }

    private static string Row(int i, bool weights, bool offices)
    {
        var chance = new Random(i);
        int overall = 1 + chance.Next(5);
        int time = Math.Clamp(overall + chance.Next(-1, 2), 1, 5), staff = Math.Clamp(overall + chance.Next(-2, 3), 1, 5);
        string weight = weights ? FormattableString.Invariant($"{0.1 + chance.NextDouble() * 3}") : "1";
        string office = offices ? $"s{i % 3},o{i % 24}" : ",";
        return $"{overall},{time},{staff},{(i % 3 == 0 ? "phone" : "online")},{weight},{office}\n";
    }

    private async Task<string> ToldAsync(string[] rows, int seed)
    {
        Wave wave = await WaveData.AddClosedAsync(app, WaveData.Content with
        {
            Sections = [WaveData.Content.Sections[0] with { Questions =
                [.. WaveData.Content.Sections[0].Questions, WaveData.Rating("staff", "And with the staff?", "Et du personnel ?")] }],
        });
        string[] shuffled = [.. rows];
        if (seed > 0) new Random(seed).Shuffle(shuffled);
        await ImportAsync(wave, "overall,time,staff,channel,weight,stratum,cluster\n" + string.Concat(shuffled));
        WaveAnalysis analysis = await app.Services.GetRequiredService<WaveAnalyses>().ForAsync(wave.Id, "channel", default);
        Assert.Equal((240, true), (analysis.Responses, analysis.Result.Groups.Count == 2));
        return JsonSerializer.Serialize(new { analysis.Scores.FirstDay, analysis.Scores.Channels, analysis.Result }, ToTheLastDigit);
    }

    private async Task ImportAsync(Wave wave, string text)
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, text);
        using IServiceScope scope = app.Services.CreateScope();
        var import = new ResponseImport
        {
            WaveId = wave.Id,
            FileName = "answers.csv",
            FileHash = await ImportResponses.HashAsync(file, default),
            Bytes = 1,
            By = "test",
            UploadedAtUtc = TestApp.Start.UtcDateTime,
        };
        import.Remap(new()
        {
            Items = [.. new[] { "overall", "time", "staff" }.Select(item => new ImportItem { Column = item, Item = item })],
            Channel = new() { Column = "channel" },
            Weight = "weight",
            Stratum = "stratum",
            Cluster = "cluster",
        });
        ImportReport report = await scope.ServiceProvider.GetRequiredService<ImportResponses>()
            .RunAsync(import, file, ImportMode.AllOrNone, new Progress<(long, long)>(), default);
        Assert.Equal(240, report.Added);
        File.Delete(file);
    }
}
