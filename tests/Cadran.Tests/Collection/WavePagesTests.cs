using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

public sealed class WavePagesTests(TestApp app)
{
    private ResponseStore Store => app.Services.GetRequiredService<ResponseStore>();

    private Task<int> Events(string action, Guid id) =>
        app.Db(db => db.AuditEvents.CountAsync(e => e.Action == action && e.SubjectId == id.ToString()));
    private Task<Wave> Reload(Wave wave) => app.Db(db => db.Waves.AsNoTracking().SingleAsync(w => w.Id == wave.Id));

    public static TheoryData<string> Paths => ["", "/edit", "/poster", "/qr.svg", "/qr.png", "/preview/en/1"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_ByRoleOrganisationAndId(string path)
    {
        Wave wave = await WaveData.AddAsync(app);
        Assert.Equal(200, (await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}{path}")).Status);
        Assert.Equal(403, (await (await app.As(path == "/edit" ? Role.Executive : Role.Clerk))
            .Get($"/collection/waves/{wave.Id}{path}")).Status);
        Assert.Equal(404, (await (await app.AsForeigner()).Get($"/collection/waves/{wave.Id}{path}")).Status);
        Assert.Equal(404, (await (await app.As(Role.Analyst)).Get($"/collection/waves/{Guid.NewGuid()}{path}")).Status);
        Assert.Equal("Sign in", (await app.Anonymous().Get($"/collection/waves/{wave.Id}{path}")).Title);
    }

    [Fact]
    public async Task List_ShowsOwnWavesOnly()
    {
        Wave wave = await WaveData.AddAsync(app);
        await Store.AddRangeAsync(Enumerable.Range(0, 7).Select(_ => WaveData.Response(wave.Id, "{}")));
        Page list = await (await app.As(Role.Executive)).Get($"/collection?service={wave.ServiceId}");
        Assert.Equal("2026-1", list.One("tbody th").TextContent.Trim());
        Assert.Contains("open", list.One("tbody tr").TextContent);
        Assert.Contains("7", list.One("tbody td.num").TextContent);
        Assert.Empty((await (await app.AsForeigner()).Get($"/collection?service={wave.ServiceId}")).Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(403, (await (await app.As(Role.Clerk)).Get("/collection")).Status);
    }

    [Fact]
    public async Task List_Empty_SaysWhatToDoFirst()
    {
        Page empty = await (await app.As(Role.Analyst)).Get($"/collection?service={Guid.NewGuid()}");
        Assert.Contains("No wave yet", empty.One(".empty").TextContent);
    }

    [Fact]
    public async Task New_CreatesAWaveWithItsOwnAddress()
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
    public async Task New_SaysWhatIsTrueOfItsState(string opensOn, string closesOn, string says)
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
    public async Task New_Mistake_IsSaidAndNothingIsMade(string field, string value, int status, string message)
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
    public async Task New_ByRoleAndForeignVersion()
    {
        Wave foreign = await WaveData.AddAsync(app, organisationId: app.OrganisationB);
        Assert.Equal(403, (await (await app.As(Role.Executive)).Get("/collection/waves/new")).Status);
        Page form = await (await app.As(Role.Analyst)).Get($"/collection/waves/new?version={(await WaveData.AddAsync(app)).VersionId}");
        var fields = new Dictionary<string, string> {
            ["Input.Name"] = "stolen", ["Input.OpensOn"] = "2026-03-01", ["Input.ClosesOn"] = "2026-03-31" };
        Assert.Equal(404, (await form.Submit(new(fields) { ["Input.VersionId"] = foreign.VersionId.ToString() })).Status);
        Assert.Equal(404, (await form.Submit(new(fields) { ["Input.VersionId"] = Guid.NewGuid().ToString() })).Status);
    }

    [Fact]
    public async Task Close_ThenReopen_IsRecordedAndRespondentsSeeItAtOnce()
    {
        Wave wave = await WaveData.AddAsync(app);
        Assert.Equal("Time and staff", (await app.Anonymous().Get($"/answer/{wave.Slug}")).Title);
        Browser browser = await app.As(Role.Manager);
        Page page = await browser.Get($"/collection/waves/{wave.Id}");
        Page closed = await page.Submit(form: "details form");
        Assert.Contains("The wave is closed.", closed.Text);
        Assert.NotNull((await Reload(wave)).ClosedAtUtc);
        Assert.Equal(1, await Events("wave.close", wave.Id));
        Assert.Equal("This survey is closed", (await app.Anonymous().Get($"/answer/{wave.Slug}")).Title);
        Page twice = await page.Submit(form: "details form");
        Assert.Equal(409, twice.Status);
        Assert.Contains("This wave is already closed.", twice.Text);
        await closed.Submit(form: "details form");
        Assert.Null((await Reload(wave)).ClosedAtUtc);
        Assert.Equal(1, await Events("wave.reopen", wave.Id));
        Assert.Equal("Time and staff", (await app.Anonymous().Get($"/answer/{wave.Slug}")).Title);
    }

    [Fact]
    public async Task Close_WithoutTheRight_IsRefused()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page page = await (await app.As(Role.Manager)).Get($"/collection/waves/{wave.Id}");
        Assert.NotNull(page.Document.QuerySelector("details form"));
        Page readOnly = await (await app.As(Role.Executive)).Get($"/collection/waves/{wave.Id}");
        Assert.Null(readOnly.Document.QuerySelector("details form"));
        Page any = await (await app.As(Role.Executive)).Get("/account");
        string token = any.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(403, (await any.Browser.Post($"/collection/waves/{wave.Id}?handler=Close",
            [new("__RequestVerificationToken", token)])).Status);
        Assert.Null((await Reload(wave)).ClosedAtUtc);
    }

    [Fact]
    public async Task Edit_ChangesNameAndDates()
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
    public async Task Wave_ShowsFieldworkWithoutSmallCells()
    {
        Wave wave = await WaveData.AddClosedAsync(app);
        await Store.AddRangeAsync(Enumerable.Range(0, 16).Select(i => new Response
        {
            WaveId = wave.Id,
            ReceivedOn = WaveData.Today.AddDays(i < 8 ? 0 : i < 11 ? 1 : i < 15 ? 2 : 3),
            Language = i == 0 ? "fr" : "en",
            AnswersJson = "{}",
        }));
        Page page = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}");
        string[][] rows = [.. page.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")
            .Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray())];
        Assert.Equal(["8", "8"], rows.Select(r => r[1]));
        Assert.Equal(["withheld", "withheld"], page.Document.QuerySelectorAll("table")[1].QuerySelectorAll("tbody td")
            .Select(c => c.TextContent.Trim()));
        Assert.Contains("A language of fewer than 5 people is withheld", page.Text);
        Assert.Contains($"/answer/{wave.Slug}", page.Text);
    }

    [Fact]
    public async Task Preview_SendsNothing()
    {
        Wave wave = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(5));
        Page page = await (await app.As(Role.Executive)).Get($"/collection/waves/{wave.Id}/preview/fr/1");
        Assert.Contains("Aperçu", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("button"));
        Assert.Equal("Vous", (await page.Follow("Continuer")).Title);
        Assert.Equal(404, (await page.Browser.Get($"/collection/waves/{wave.Id}/preview/fr/3")).Status);
        Assert.Equal(404, (await page.Browser.Get($"/collection/waves/{wave.Id}/preview/de/1")).Status);
    }

    [Fact]
    public async Task Qr_IsAnImageOfTheAddress()
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser browser = await app.As(Role.Analyst);
        using HttpResponseMessage png = await browser.Raw(new(HttpMethod.Get, $"/collection/waves/{wave.Id}/qr.png"));
        Assert.Equal("image/png", png.Content.Headers.ContentType!.MediaType);
        Assert.Equal(0x89, (await png.Content.ReadAsByteArrayAsync())[0]);
        using HttpResponseMessage svg = await browser.Raw(new(HttpMethod.Get, $"/collection/waves/{wave.Id}/qr.svg"));
        Assert.StartsWith("<svg", await svg.Content.ReadAsStringAsync());
        Page poster = await browser.Get($"/collection/waves/{wave.Id}/poster");
        Assert.Contains($"{app.Address}answer/{wave.Slug}", poster.Text);
        Assert.Contains("Only this computer can open this address", poster.Text); // the tests listen on the loopback
        Assert.Contains("Dites-nous comment cela s’est passé", poster.One(".poster [lang=fr]").TextContent);
    }
}
