using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Improvement;

/// <summary>A body is set up for an organisation, under a name of its own.</summary>
public sealed class BodiesNewTests(TestApp app)
{
    [Fact]
    public async Task ABody_IsSetUp_AndWhatCannotBeIsTold()
    {
        Page form = await (await app.As(Role.Manager)).Get("/improvement/bodies/new");
        await form.RefusesAsync(422, new() { ["Organisation"] = "", ["Input.Name"] = "", ["Input.EveryMonths"] = "" },
            ["Choose an organisation.", "Give the body a name.", "Enter how often the body meets."]);
        await form.RefusesAsync(422, new() { ["Input.Name"] = new string('x', 201) }, ["Use at most 200 characters."]);
        await form.RefusesAsync(409, Board("B", app.OrganisationA, months: "30"), ["A body meets at least once in 1 to 24 months."]);
        Assert.Equal(404, (await form.Submit(Board("B", app.OrganisationB))).Status);
        string name = "Board " + Guid.NewGuid().ToString("N")[..6];
        Page body = await form.Submit(Board(name, app.OrganisationA));
        Assert.Equal(name, body.Title);
        await app.Services.TraceAsync("body.make", body.Id, "Manager tester", "", name);
        Page again = await (await app.As(Role.Manager)).Get("/improvement/bodies/new");
        await again.RefusesAsync(409, Board(name, app.OrganisationA), ["This organisation has a body of this name already."]);
        Func<Task> twice = () => app.Db(async db =>
        {
            db.Add(GovernanceBody.Make(app.OrganisationA, name + "2", null, 3, false, Recorded.Somebody, TestApp.Now));
            await db.SaveChangesAsync();
        });
        await Race.OneIsRefusedAsync("governance.name-taken", twice, twice);
    }

    internal static Dictionary<string, string> Board(string name, Guid organisation, string months = "3") => new()
    {
        ["Organisation"] = organisation.ToString(),
        ["Input.Name"] = name,
        ["Input.Members"] = "Chair\nSecretary",
        ["Input.EveryMonths"] = months,
    };
}
