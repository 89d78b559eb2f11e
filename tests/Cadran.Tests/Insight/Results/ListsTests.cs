using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Insight.Results;

/// <summary>Lists and the page of a service read what is stored: answers that nobody can read any more disturb none of them.</summary>
public sealed class ListsTests(TestApp app)
{
    [Fact]
    public async Task Lists_OpenNoAnswers()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await app.Services.GetRequiredService<ResponseStore>().AddRangeAsync(Enumerable.Range(0, 40).Select(i =>
            WaveData.Response(wave.Id, $$"""{"overall":{{1 + i * i % 5}},"time":{{1 + i * 3 % 5}}}""")));
        Browser reader = await app.As(Role.Executive);
        double score = (await app.Services.GetRequiredService<WaveAnalyses>().ForAsync(wave.Id, default)).Overall!.Figures.Score.Estimate;
        app.Services.GetRequiredService<ResponseTables>().Forget(wave.Id);
        await app.Db(db => db.Responses.Where(r => r.WaveId == wave.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.AnswersJson, """{"overall":1,"time":1}""")));
        foreach (string list in new[] { "/overview", "/catalogue", "/improvement", "/insight", "/reporting", "/standards", "/collection" })
            Assert.Equal(200, (await reader.Get(list)).Status);
        // Of the answers as they are now the score would be 0: nobody looked at them.
        Page service = await reader.Get($"/catalogue/services/{wave.ServiceId}");
        Assert.Contains(score.ToString("F1", System.Globalization.CultureInfo.InvariantCulture), service.Text);
        await using ServiceProvider other = new ServiceCollection().AddSingleton<TimeProvider>(app.Time)
            .AddStorage(new(app.PostgresConnection, Path.Combine(app.DataFolder, "cadran.db"), app.DataFolder))
            .AddCollection().AddInsight().BuildServiceProvider();
        var scores = await other.GetRequiredService<WaveAnalyses>().ScoresAsync([wave.Id], default);
        Assert.Equal(score, scores[wave.Id].Overall!.Score.Estimate);
    }
}
