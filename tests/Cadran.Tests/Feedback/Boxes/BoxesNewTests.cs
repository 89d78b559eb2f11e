using Cadran.Catalogue;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Feedback;

/// <summary>A box for ideas is opened for a service or for a whole organisation.</summary>
public sealed class BoxesNewTests(TestApp app)
{
    [Fact]
    public async Task OfAService_ItIsOpened_WithItsPromise()
    {
        Service service = await app.ServiceAsync();
        Page form = await (await app.As(Role.Manager)).Get($"/feedback/boxes/new?service={service.Id}");
        await form.RefusesAsync(422, new() { ["Input.AnswerDays"] = "" }, ["Enter within how many days each idea is answered."]);
        await form.RefusesAsync(409, new() { ["Input.AnswerDays"] = "400" }, ["Promise an answer within 1 to 365 days."]);
        Page box = await form.Submit(new() { ["Input.AnswerDays"] = "20" });
        Assert.StartsWith("/feedback/boxes/", box.Url);
        Assert.Contains("/public/box/", box.One(".poster-link").TextContent);
        await app.Services.TraceAsync("idea-box.open", box.Id, "Manager tester", "", "\"AnswerDays\":\"20\"");
    }

    [Fact]
    public async Task OfAnOrganisation_ItIsChosen_AmongThoseOnOwn()
    {
        Page form = await (await app.As(Role.Manager)).Get("/feedback/boxes/new");
        await form.RefusesAsync(422, new() { ["Input.Organisation"] = "" }, ["Choose an organisation."]);
        Assert.Equal(404, (await form.Submit(new() { ["Input.Organisation"] = app.OrganisationB.ToString() })).Status);
        Page box = await form.Submit(new() { ["Input.Organisation"] = app.OrganisationA.ToString() });
        // Another test may have given the organisation another name.
        string name = await app.Db(async db => (await db.Organisations.FindAsync(app.OrganisationA))!.Name.En);
        Assert.Contains(name, box.Title);
    }
}
