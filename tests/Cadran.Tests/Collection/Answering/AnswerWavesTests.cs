using Cadran.Collection;
using Cadran.Tests.Support;
using Cadran.Web.Respondent;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

public sealed class AnswerWavesTests(TestApp app)
{
    [Fact]
    public async Task Wave_IsReadOnce_ForAllWhoComeTogether_AndAnewWhenItWasForgotten()
    {
        Wave wave = await WaveData.AddAsync(app);
        AnswerWaves waves = app.Services.GetRequiredService<AnswerWaves>();
        AnswerWave first = await OneAsync();
        waves.Forget(wave.Slug);
        Assert.NotSame(first, await OneAsync());
        Assert.Null(await waves.FindAsync(new string('x', wave.Slug.Length), default));

        async Task<AnswerWave> OneAsync() => Assert.Single((await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await waves.FindAsync(wave.Slug, default))))).Distinct(
                ReferenceEqualityComparer.Instance).Cast<AnswerWave>());
    }
}
