using Cadran.People;
using Cadran.Standards;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Standards;

/// <summary>A calendar is written by hand, and what it cannot be is named.</summary>
public sealed class CalendarsNewTests(TestApp app)
{
    [Fact]
    public async Task ACalendar_IsWritten_Once()
    {
        string name = "C" + Guid.NewGuid().ToString("N");
        Page form = await (await app.As(Role.Analyst)).Get("/standards/calendars/new");
        Dictionary<string, string> written = new()
        {
            ["OrganisationId"] = app.OrganisationA.ToString(),
            ["Input.Name"] = name,
            ["Input.Jurisdiction"] = "CA-QC",
            ["Input.Opens[5]"] = "10:00",
            ["Input.Closes[5]"] = "12:30",
            ["Input.ClosedDays"] = "2026-12-24 Closed early\r\n2026-12-31",
        };
        Page list = await form.Submit(written);
        Assert.Contains(name, list.Text);
        ServiceCalendar made = await app.Db(db => db.ServiceCalendars.AsNoTracking().SingleAsync(c => c.Name == name));
        await app.Services.TraceAsync("calendar.create", made.Id, "Analyst tester", "", name);
        Assert.Equal(("CA-QC", new OpeningHours(new(10, 0), new(12, 30)), 2),
            (made.Jurisdiction, made.Week[(int)DayOfWeek.Saturday], made.OwnDays.Count));
        await form.RefusesAsync(409, written, ["Another calendar of this organisation has this name."]);
    }

    [Fact]
    public async Task WhatNoCalendarCanBe_IsNamed()
    {
        Page form = await (await app.As(Role.Analyst)).Get("/standards/calendars/new");
        await form.RefusesAsync(422, new() { ["OrganisationId"] = "" }, ["Choose an organisation."]);
        async Task Refuses(int status, string field, string value, string message) => await form.RefusesAsync(status, new()
        {
            ["OrganisationId"] = app.OrganisationA.ToString(),
            ["Input.Name"] = "X" + Guid.NewGuid().ToString("N"),
            [field] = value,
        }, [message]);
        await Refuses(422, "Input.Name", "", "Enter a name.");
        await Refuses(422, "Input.Jurisdiction", "XX", "Choose whose public holidays it keeps.");
        await Refuses(422, "Input.Opens[0]", "late",
            "Write times as 08:30, the opening before the closing; leave both empty on a closed day.");
        await Refuses(422, "Input.ClosedDays", "Christmas", "Write a day on each line as 2026-12-24, then its name.");
        await Refuses(409, "Input.ClosedDays", "2026-12-24\n2026-12-24", "December 24, 2026 is named twice.");
        await Refuses(409, "Input.ClosedDays", string.Join('\n', Enumerable.Range(0, 401)
            .Select(i => new DateOnly(2026, 1, 1).AddDays(i).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))),
            "A calendar names at most 400 days of its own.");
        Dictionary<string, string> closed = new() { ["OrganisationId"] = app.OrganisationA.ToString(), ["Input.Name"] = "Never" };
        for (int i = 0; i < 5; i++) closed[$"Input.Opens[{i}]"] = closed[$"Input.Closes[{i}]"] = "";
        await form.RefusesAsync(409, closed, ["A calendar is open on one day of the week at least."]);
    }
}
