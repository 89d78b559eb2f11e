using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>A frame is added by hand, and a mistake is refused in words.</summary>
public sealed class FramesNewTests(TestApp app)
{
    [Fact]
    public async Task AFrame_IsAdded_AndLeadsToItsList()
    {
        string code = FrameData.Tag();
        Page form = await (await app.As(Role.Analyst)).Get("/collection/frames/new");
        await form.RefusesAsync(422, new() { ["Input.OrganisationId"] = "", ["Input.ContactsUntil"] = "" },
            ["Choose an organisation.", "Enter a number or a short code.", "Give the frame a name.",
                "Choose the last day on which contacts are kept."]);
        await form.RefusesAsync(422, Filled(code, service: "no-such"), ["The organisation has no service of this number."]);
        await form.RefusesAsync(409, Filled(code, until: "2020-01-01"),
            ["Contacts are kept until a day from today on, 36 months ahead at most."]);
        Page import = await form.Submit(Filled(code));
        Assert.Equal("Bring in a list", import.Title);
        Frame frame = await app.Db(db => db.Frames.AsNoTracking().FirstAsync(f => f.Code == code));
        await app.Services.TraceAsync("frame.create", frame.Id, "Analyst tester", "", code);
        await form.RefusesAsync(409, Filled(code), ["The organisation already has a frame of this code."]);
    }

    [Fact]
    public async Task TwoAtOnce_AddOne()
    {
        string code = FrameData.Tag();
        Page form = await (await app.As(Role.Analyst)).Get("/collection/frames/new");
        Page[] both = await Task.WhenAll(form.Submit(Filled(code)), form.Submit(Filled(code)));
        Assert.Equal([200, 409], both.Select(p => p.Status).Order());
        Assert.Equal(1, await app.Db(db => db.Frames.CountAsync(f => f.Code == code)));
    }

    private Dictionary<string, string> Filled(string code, string service = "", string until = "2026-12-31") => new()
    {
        ["Input.OrganisationId"] = app.OrganisationA.ToString(),
        ["Input.Code"] = code,
        ["Input.Name"] = "Clients of 2026",
        ["Input.Service"] = service,
        ["Input.ContactsUntil"] = until,
    };
}
