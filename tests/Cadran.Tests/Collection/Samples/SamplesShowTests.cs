using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>A sample is handed out, drawn again to the same people, undone before anybody is invited and not after.</summary>
public sealed class SamplesShowTests(TestApp app)
{
    private const string Analyst = "Analyst tester";

    [Fact]
    public async Task TheFile_HoldsTheDrawn_AndItsReadingIsAnEvent()
    {
        string tag = FrameData.Tag();
        Frame frame = await FrameData.AddAsync(app, "code,name,email,region,Segment\n"
            + string.Concat(Enumerable.Range(0, 20).Select(i => $"C{i},=Client {i},p{i}.{tag}@example.org,north,gold\n")));
        Sample sample = await FrameData.DrawAsync(app.Services, frame, await FrameData.PlannedAsync(app), 5);
        Browser analyst = await app.As(Role.Analyst);
        Page file = await analyst.Get($"/collection/samples/{sample.Id}?handler=Letters");
        string[] lines = file.Html.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("code,name,address,email,phone,language,channel,stratum,cluster,weight", lines[0]);
        Assert.Equal(6, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.EndsWith(",4", line));
        // No spreadsheet takes a name for a formula.
        Assert.All(lines.Skip(1), line => Assert.Contains(",'=Client", line));
        await app.Services.TraceAsync("frame.read", frame.Id, Analyst, "", "\"5\"");
        Assert.Equal(403, (await (await app.As(Role.Auditor)).Get($"/collection/samples/{sample.Id}?handler=Letters")).Status);
    }

    [Fact]
    public async Task TheDraw_CanBeMadeAgain()
    {
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 100));
        Sample sample = await FrameData.DrawAsync(app.Services, frame, await FrameData.PlannedAsync(app), 30);
        Page page = await (await app.As(Role.Analyst)).Get($"/collection/samples/{sample.Id}");
        const string again = "form[action*='handler=Again']";
        Assert.Contains("The same people came, with the same weights.", (await page.Submit([], again)).Text);
        Guid one = await app.Db(db => db.SampledPeople.Where(s => s.SampleId == sample.Id).Select(s => s.PersonId).FirstAsync());
        await app.Db(db => db.SampledPeople.Where(s => s.SampleId == sample.Id && s.PersonId == one)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Weight, 99)));
        Assert.Contains("Other people came: what is stored of this draw was changed.", (await page.Submit([], again)).Text);
        await app.Db(db => db.FramePeople.Where(p => p.Id == one).ExecuteUpdateAsync(set => set.SetProperty(p => p.Stratum, "moved")));
        Assert.Contains("The frame is no longer what it was when this sample was drawn: nobody can tell.",
            (await page.Submit([], again)).Text);
    }

    [Fact]
    public async Task Undone_ItsPeopleCanBeDrawnAtOnce_AndInvited_ItStays()
    {
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 20));
        Wave wave = await FrameData.PlannedAsync(app);
        Sample sample = await FrameData.DrawAsync(app.Services, frame, wave, 20);
        Page page = await (await app.As(Role.Analyst)).Get($"/collection/samples/{sample.Id}");
        await page.Submit([], "form[action*='handler=Undo']");
        await app.Services.TraceAsync("sample.undo", sample.Id, Analyst, "cadran.draw/1", "");
        Assert.Equal(0, await app.Db(db => db.ContactAsks.CountAsync(a => a.SampleId == sample.Id)));
        Sample second = await FrameData.DrawAsync(app.Services, frame, wave, 20);
        page = await page.Browser.Get($"/collection/samples/{second.Id}");
        Page invited = await page.Submit([], "form[action*='handler=Invite']");
        Assert.Contains("by Analyst tester", invited.Text);
        await app.Services.TraceAsync("sample.invite", second.Id, Analyst, null, Analyst);
        Assert.All(await app.Db(db => db.ContactAsks.Where(a => a.SampleId == second.Id).Select(a => a.AskedOn).ToListAsync()),
            day => Assert.Equal(WaveData.Today, day));
        await page.RefusesAsync(409, [], ["These people have been invited already."], "form[action*='handler=Invite']");
        await page.RefusesAsync(409, [], ["This draw stays: its people have been invited."], "form[action*='handler=Undo']");
    }

    [Fact]
    public async Task AWaveWithASample_IsNotDeleted()
    {
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 20));
        Wave wave = await FrameData.PlannedAsync(app);
        await FrameData.DrawAsync(app.Services, frame, wave, 5);
        Page page = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}");
        Assert.Contains("5 people were drawn for this wave.", page.Text);
        await page.RefusesAsync(409, [], ["This wave cannot be deleted: people were drawn for it. Undo the draw first."],
            "form[action*='handler=Delete']");
    }

    // Two organisations with the same client: the second cannot ask him, and sees no more than a count.
    [Fact]
    public async Task WhoWasAskedByAnotherOrganisation_IsNotAskedAgainTooSoon()
    {
        string tag = FrameData.Tag();
        Frame ours = await FrameData.AddAsync(app, FrameData.List(tag, 10)),
            theirs = await FrameData.AddAsync(app.Services, app.OrganisationB, FrameData.List(tag, 14).ToUpperInvariant());
        await FrameData.DrawAsync(app.Services, ours, await FrameData.PlannedAsync(app), 10);
        Wave soon = await FrameData.PlannedAsync(app, 60, app.OrganisationB),
            late = await FrameData.PlannedAsync(app, 200, app.OrganisationB);
        Sample second = await FrameData.DrawAsync(app.Services, theirs, soon, 4);
        Assert.Equal(10, second.LeftOut[SampleOutcome.AskedEnough]);
        Page page = await (await app.AsForeigner()).Get($"/collection/samples/{second.Id}");
        Assert.Contains("10 were asked recently or often enough", page.Text);
        Sample third = await FrameData.DrawAsync(app.Services, theirs, late, 14);
        Assert.Empty(third.LeftOut);
    }

    [Fact]
    public async Task WhoHasNoContact_OrOneOfSomebodyElse_IsNotDrawn()
    {
        string tag = FrameData.Tag();
        Frame frame = await FrameData.AddAsync(app, "code,name,email,address\n"
            + $"1,Ann,{tag}@example.org,\n2,Nobody,,\n3,Cy,,\"Street 1, {tag}\"\n4,Cy,,\"street 1 {tag}\"\n");
        Sample sample = await FrameData.DrawAsync(app.Services, frame, await FrameData.PlannedAsync(app), 2);
        Assert.Equal((1, 1), (sample.LeftOut[SampleOutcome.NoContact], sample.LeftOut[SampleOutcome.SameContact]));
    }
}
