using Cadran.People;
using Cadran.Standards;
using Cadran.Tests.Support;

namespace Cadran.Tests.Standards;

/// <summary>A calendar is changed by one at a time, and says which holidays come.</summary>
public sealed class CalendarsEditTests(TestApp app)
{
    [Fact]
    public async Task AChange_IsTraced_AndTheSecondOfTwoIsTold()
    {
        ServiceCalendar calendar = await AddAsync(), other = await AddAsync();
        Browser browser = await app.As(Role.Analyst);
        Page form = await browser.Get($"/standards/calendars/{calendar.Id}/edit"), late = await browser.Get(form.Url);
        Assert.Contains("Friday April 3, 2026", form.Text);
        await form.RefusesAsync(409, new() { ["Input.Name"] = other.Name }, ["Another calendar of this organisation has this name."]);
        await form.Submit(new() { ["Input.OpenDays"] = "2026-08-03 We work on the civic holiday" });
        await app.Services.TraceAsync("calendar.change", calendar.Id, "Analyst tester", "\"OwnDays\":\"[]\"", "civic holiday");
        Page told = await late.Submit(new() { ["Input.Name"] = "Late" });
        Assert.Equal(409, told.Status);
        Assert.Contains("We work on the civic holiday", told.One("#Input_OpenDays").TextContent);
    }

    private async Task<ServiceCalendar> AddAsync()
    {
        var made = ServiceCalendar.Create(app.OrganisationA, "E" + Guid.NewGuid().ToString("N"), "CA", OpeningHours.OfficeWeek, [],
            Recorded.Somebody, TestApp.Now);
        await app.Db(async db =>
        {
            db.Add(made);
            await db.SaveChangesAsync();
        });
        return made;
    }
}
