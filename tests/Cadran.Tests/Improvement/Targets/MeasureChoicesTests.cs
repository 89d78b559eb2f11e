using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Improvement;

/// <summary>A measure outside the common ones is called by the words of its question.</summary>
public sealed class MeasureChoicesTests(TestApp app)
{
    [Theory]
    [InlineData("en", "Overall satisfaction", "Were the forms clear?", "Same words (q3_02)", "Same words (q3_03)")]
    [InlineData("fr", "Satisfaction globale", "Les formulaires étaient-ils clairs\u202F?", "Mêmes mots (q3_02)", "Mêmes mots (q3_03)")]
    public async Task Choices_ShowTheQuestion_AndTheCodeOfTwinsOnly(string language, params string[] names)
    {
        Wave wave = await WaveAsync();
        Page form = await (await app.As(Role.Manager, language)).Get($"/improvement/targets/new?service={wave.ServiceId}");
        string[] shown = [.. form.Document.QuerySelectorAll("[name='Input.Item'] option").Select(o => o.TextContent)];
        Assert.Equal(names, shown[..4]);
        Assert.EndsWith("…", shown[4]);
        Assert.InRange(shown[4].Length, 60, 91);
    }

    [Fact]
    public async Task NameOfAMeasure_IsWhatTheWaveAsked()
    {
        Wave wave = await WaveAsync();
        var names =
            await app.Db(db =>
                MeasureNames.AskedAsync(db, [(wave.Id, "q3_01"), (wave.Id, "timeliness"), (wave.Id, "gone")], CancellationToken.None));
        Assert.Equal("Were the forms clear?", names[(wave.Id, "q3_01")].En);
        Assert.Equal(MeasureNames.Of("timeliness"), names[(wave.Id, "timeliness")]);
        Assert.Equal("gone", names[(wave.Id, "gone")].En);
    }

    private Task<Wave> WaveAsync() => WaveData.AddAsync(app, WaveData.Content with
    {
        Sections = [WaveData.Content.Sections[0] with
        {
            Questions =
            [
                WaveData.Rating("overall", "Overall?", "Globalement ?"),
                WaveData.Rating("q3_01", "Were the forms clear?", "Les formulaires étaient-ils clairs\u202F?"),
                WaveData.Rating("q3_02", "Same words", "Mêmes mots"),
                WaveData.Rating("q3_03", "Same words", "Mêmes mots"),
                WaveData.Rating("q3_04", string.Join(' ', Enumerable.Repeat("long", 40)), string.Join(' ', Enumerable.Repeat("long", 40))),
            ],
        }],
    }, new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31));
}
