using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>A wave is planned with its own address, says the truth about its state, and is refused in words.</summary>
public sealed class WavesNewTests(TestApp app)
{
    private static readonly string TooLong = new('x', Wave.NameMaxLength + 1);

    [Fact]
    public async Task Planned_HasItsOwnAddress()
    {
        Wave other = await WaveData.AddAsync(app);
        Browser browser = await app.As(Role.Analyst);
        Page form = await browser.Get($"/collection/waves/new?version={other.VersionId}");
        Page created = await form.Submit(new()
        {
            ["Input.Name"] = " 2026-2 ",
            ["Input.OpensOn"] = "2026-03-01",
            ["Input.ClosesOn"] = "2026-03-31",
        });
        Assert.Equal((200, "Wave 2026-2"), (created.Status, created.Title));
        Wave wave = await app.Db(db => db.Waves.AsNoTracking().SingleAsync(w => w.ServiceId == other.ServiceId && w.Name == "2026-2"));
        Assert.Equal((other.VersionId, new DateOnly(2026, 3, 31), Wave.SlugLength), (wave.VersionId, wave.ClosesOn, wave.Slug.Length));
        Assert.NotEqual(other.Slug, wave.Slug);
        Assert.Equal(1, await Events("wave.create", wave.Id));
        Assert.Equal("Time and staff", (await app.Anonymous().Get($"/answer/{wave.Slug}")).Title);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-31", "The wave is ready. Preview it, then give out the link.")]
    [InlineData("2031-03-01", "2031-03-31", "The wave is planned. Preview it now; its link takes answers from the first day on.")]
    [InlineData("2021-03-01", "2021-03-31", "The wave is recorded, but its last day is past: its link takes no answers.")]
    public async Task Planned_SaysWhatIsTrueOfItsState(string opensOn, string closesOn, string says)
    {
        Wave other = await WaveData.AddAsync(app);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/waves/new?version={other.VersionId}");
        Page created = await form.Submit(new() { ["Input.Name"] = "state", ["Input.OpensOn"] = opensOn, ["Input.ClosesOn"] = closesOn });
        Assert.Equal("Wave state", created.Title);
        Assert.Contains(says, created.Text);
    }

    [Theory]
    [InlineData("Input.Name", "", 422, "Give the wave a name.")]
    [InlineData("Input.VersionId", "", 422, "Choose a questionnaire.")]
    [InlineData("Input.OpensOn", "", 422, "Choose the first day.")]
    [InlineData("Input.ClosesOn", "", 422, "Choose the last day.")]
    [InlineData("Input.ClosesOn", "2026-01-01", 409, "The last day cannot be before the first.")]
    [InlineData("Input.Name", "2026-1", 409, "This service already has a wave of that name.")]
    public async Task Mistake_IsSaid_AndNothingIsMade(string field, string value, int status, string message)
    {
        Wave other = await WaveData.AddAsync(app);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/waves/new?version={other.VersionId}");
        Dictionary<string, string> fields = new()
        {
            ["Input.Name"] = "new",
            ["Input.OpensOn"] = "2026-03-01",
            ["Input.ClosesOn"] = "2026-03-31",
        };
        fields[field] = value;
        Page refused = await form.Submit(fields);
        Assert.Equal(status, refused.Status);
        Assert.Contains(message, refused.Text);
        Assert.Equal(1, await app.Db(db => db.Waves.CountAsync(w => w.ServiceId == other.ServiceId)));
    }

    [Fact]
    public async Task VersionOfAnotherOrganisation_IsNotFound()
    {
        Wave foreign = await WaveData.AddAsync(app, organisationId: app.OrganisationB);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/waves/new?version={(await WaveData.AddAsync(app)).VersionId}");
        Dictionary<string, string> fields = new()
        {
            ["Input.Name"] = "stolen",
            ["Input.OpensOn"] = "2026-03-01",
            ["Input.ClosesOn"] = "2026-03-31",
        };
        Assert.Equal(404, (await form.Submit(new(fields) { ["Input.VersionId"] = foreign.VersionId.ToString() })).Status);
        Assert.Equal(404, (await form.Submit(new(fields) { ["Input.VersionId"] = Guid.NewGuid().ToString() })).Status);
    }

    [Fact]
    public async Task EachFieldThatIsMissingOrWrong_IsNamed()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page form = await Get($"/collection/waves/new?version={wave.VersionId}");
        await form.RefusesAsync(422,
            new() { ["Input.VersionId"] = "", ["Input.Name"] = "", ["Input.OpensOn"] = "", ["Input.ClosesOn"] = "" },
            ["Choose a questionnaire.", "Give the wave a name.", "Choose the first day.", "Choose the last day."]);
        await form.RefusesAsync(422, new() { ["Input.Name"] = TooLong }, ["A name may have at most 80 characters."]);
        await form.RefusesAsync(409, new() { ["Input.Name"] = "N", ["Input.OpensOn"] = "2026-04-02", ["Input.ClosesOn"] = "2026-04-01" },
            ["The last day cannot be before the first."]);
        await form.RefusesAsync(409, new() { ["Input.Name"] = wave.Name }, ["This service already has a wave of that name."]);
    }

    private Task<int> Events(string action, Guid id) =>
        app.Db(db => db.AuditEvents.CountAsync(e => e.Action == action && e.SubjectId == id.ToString()));

    private async Task<Page> Get(string path) => await (await app.As(Role.Analyst)).Get(path);
}
