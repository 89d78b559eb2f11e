using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Improvement;

/// <summary>Waves that asked the people who give a service are named, never mixed with those of clients.</summary>
public sealed class StepsStaffTests(TestApp app)
{
    [Fact]
    public async Task AWave_IsNamed_Seen_AndWithdrawn()
    {
        Service service = await app.ServiceAsync();
        Wave wave = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-40), closes: WaveData.Today.AddDays(-10));
        Page page = await PageAsync(service);
        await page.RefusesAsync(422, new() { ["Wave"] = "" }, ["Choose the wave that asked staff."], "#name");
        Page named = await page.Submit(new() { ["Wave"] = wave.Id.ToString() }, "#name");
        Assert.Contains(wave.Name, named.One("main table").TextContent);
        Guid id = await IdAsync(service);
        await app.Services.TraceAsync("staff-survey.name", id, "Manager tester", "", wave.Id.ToString());
        Page steps = await named.Browser.Get($"/improvement/steps/{service.Id}");
        Assert.Contains($"The last one ended on {RegisterDay(wave)}", steps.One("#step-2").TextContent);

        Page withdrawn = await named.Submit(form: "form[action$='handler=Withdraw']");
        Assert.Empty(withdrawn.Document.QuerySelectorAll("main table"));
        await app.Services.TraceAsync("staff-survey.withdraw", id, "Manager tester", "{}", "WithdrawnBy");
        await named.RefusesAsync(409, [], ["This wave is no longer named as a survey of staff."], "form[action$='handler=Withdraw']");
        // It was the right one after all.
        Page again = await withdrawn.Submit(new() { ["Wave"] = wave.Id.ToString() }, "#name");
        Assert.Contains(wave.Name, again.One("main table").TextContent);
        Assert.Equal(1, await app.Db(db => db.StaffSurveys.CountAsync(s => s.ServiceId == service.Id)));
    }

    [Fact]
    public async Task AWaveOfClients_OrOneThatIsNamed_IsRefused()
    {
        Wave own = await WaveData.AddAsync(app), staff = await WaveData.AddAsync(app);
        Service service = await app.Db(db => db.Services.AsNoTracking().FirstAsync(s => s.Id == own.ServiceId));
        Page page = await PageAsync(service);
        await page.RefusesAsync(409, new() { ["Wave"] = own.Id.ToString() },
            ["The answers of this wave count as those of clients. Ask staff under a service of its own in the catalogue."], "#name");
        await page.Submit(new() { ["Wave"] = staff.Id.ToString() }, "#name");
        await page.RefusesAsync(409, new() { ["Wave"] = staff.Id.ToString() }, ["This wave is named as a survey of staff already."],
            "#name");
    }

    [Fact]
    public async Task TwoWhoNameTheSameAtOnce_AreOne()
    {
        Service service = await app.ServiceAsync();
        Wave wave = await WaveData.AddAsync(app);
        Func<Task> name = () => app.Db(async db =>
        {
            db.Add(StaffSurvey.Name(service, wave, Recorded.Somebody, TestApp.Now));
            await db.SaveChangesAsync();
        });
        await Race.OneIsRefusedAsync("staff-survey.named", name, name);
    }

    private async Task<Page> PageAsync(Service service) => await (await app.As(Role.Manager)).Get($"/improvement/steps/{service.Id}/staff");

    private Task<Guid> IdAsync(Service service) =>
        app.Db(db => db.StaffSurveys.Where(s => s.ServiceId == service.Id).Select(s => s.Id).SingleAsync());

    private static string RegisterDay(Wave wave) => wave.EndsOn.ToString("MMMM d, yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
