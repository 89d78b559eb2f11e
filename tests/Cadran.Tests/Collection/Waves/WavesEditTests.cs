using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>Name and days of a wave change, and a mistake is refused in words.</summary>
public sealed class WavesEditTests(TestApp app)
{
    private static readonly string TooLong = new('x', Wave.NameMaxLength + 1);

    [Fact]
    public async Task NameAndDates_Change()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/edit");
        Assert.Equal(409, (await form.Submit(new() { ["Input.ClosesOn"] = "2020-01-01" })).Status);
        Assert.Equal(422, (await form.Submit(new() { ["Input.Name"] = "" })).Status);
        Page saved = await form.Submit(new() { ["Input.Name"] = "Spring", ["Input.ClosesOn"] = "2026-03-02" });
        Assert.Equal("Wave Spring", saved.Title);
        Assert.Equal(("Spring", new DateOnly(2026, 3, 2)), ((await Reload(wave)).Name, (await Reload(wave)).ClosesOn));
        Assert.Equal(1, await Events("wave.reschedule", wave.Id));
    }

    [Fact]
    public async Task EachFieldThatIsMissingOrWrong_IsNamed()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page form = await Get($"/collection/waves/{wave.Id}/edit");
        await form.RefusesAsync(422, new() { ["Input.Name"] = "", ["Input.OpensOn"] = "", ["Input.ClosesOn"] = "" },
            ["Give the wave a name.", "Choose the first day.", "Choose the last day."]);
        await form.RefusesAsync(422, new() { ["Input.Name"] = TooLong, ["Input.OpensOn"] = "soon" },
            ["A name may have at most 80 characters.", "First day: “soon” could not be read."]);
        await form.RefusesAsync(409, new() { ["Input.OpensOn"] = "2026-04-02", ["Input.ClosesOn"] = "2026-04-01" },
            ["The last day cannot be before the first."]);
    }

    private Task<int> Events(string action, Guid id) =>
        app.Db(db => db.AuditEvents.CountAsync(e => e.Action == action && e.SubjectId == id.ToString()));

    private Task<Wave> Reload(Wave wave) => app.Db(db => db.Waves.AsNoTracking().SingleAsync(w => w.Id == wave.Id));

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
