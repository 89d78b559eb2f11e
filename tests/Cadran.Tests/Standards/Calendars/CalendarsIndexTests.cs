using Cadran.People;
using Cadran.Standards;
using Cadran.Tests.Support;

namespace Cadran.Tests.Standards;

/// <summary>Calendars are listed with whose holidays they keep; those of others are not.</summary>
public sealed class CalendarsIndexTests(TestApp app)
{
    [Fact]
    public async Task OnesOwnCalendars_AreListed()
    {
        string mine = "M" + Guid.NewGuid().ToString("N"), foreign = "F" + Guid.NewGuid().ToString("N");
        await app.Db(async db =>
        {
            foreach (var (organisation, name) in new[] { (app.OrganisationA, mine), (app.OrganisationB, foreign) })
                db.Add(ServiceCalendar.Create(organisation, name, "BE", OpeningHours.OfficeWeek, [], Recorded.Somebody, TestApp.Now));
            await db.SaveChangesAsync();
        });
        Page list = await (await app.As(Role.Analyst)).Get("/standards/calendars");
        Assert.Contains("Belgium", list.One($"tr:has(a:contains('{mine}'))").TextContent);
        Assert.DoesNotContain(foreign, list.Text);
    }
}
