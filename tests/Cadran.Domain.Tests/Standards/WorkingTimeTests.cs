using System.Globalization;
using Cadran.Standards;

namespace Cadran.Domain.Tests.Standards;

public sealed class WorkingTimeTests
{
    private static readonly WorkingTime Office = WorkingTime.Of(Given.Calendar());

    [Theory]
    [InlineData("2026-03-02", "2026-03-13", 9)] // Monday to the Friday of the next week
    [InlineData("2026-04-02", "2026-04-07", 1)] // Good Friday, a weekend and Easter Monday between
    [InlineData("2026-12-24", "2026-12-29", 1)] // Christmas on Friday, Boxing Day kept on Monday
    [InlineData("2026-03-07", "2026-03-09", 1)] // began on a Saturday: Monday is the first day
    [InlineData("2026-03-09", "2026-03-09", 0)]
    public void BusinessDays_AreCountedAfterTheFirst(string from, string to, int days) =>
        Assert.Equal(days, Office.DaysBetween(DateOnly.Parse(from, CultureInfo.InvariantCulture),
            DateOnly.Parse(to, CultureInfo.InvariantCulture)));

    [Fact]
    public void AddedDays_AreTheDaysBetween()
    {
        for (DateOnly start = new(2025, 11, 1); start < new DateOnly(2026, 3, 1); start = start.AddDays(1))
            for (int days = 0; days <= 25; days++)
            {
                DateOnly due = Office.AddDays(start, days);
                Assert.Equal(days, Office.DaysBetween(start, due));
                Assert.True(days == 0 || Office.IsOpen(due));
                if (days > 0) Assert.Equal(days - 1, Office.DaysBetween(start, due.AddDays(-1)));
            }
    }

    [Fact]
    public void Hours_RunWhileItIsOpen()
    {
        DateTime friday = new(2026, 3, 6, 16, 0, 0), monday = new(2026, 3, 9, 10, 30, 0);
        Assert.Equal((60 + 90) * 60, Office.SecondsBetween(friday, monday));
        Assert.Equal(monday, Office.AddSeconds(friday, (60 + 90) * 60));
        Assert.Equal(new DateTime(2026, 3, 6, 17, 0, 0), Office.AddSeconds(friday, 3600));
        Assert.Equal((66 * 60 + 30) * 60, WorkingTime.Always.SecondsBetween(friday, monday));
    }

    [Fact]
    public void OwnDays_CloseAndOpen()
    {
        WorkingTime own = WorkingTime.Of(Given.Calendar(own:
        [
            new(new(2026, 3, 10), IsOpen: false, "Moving"), new(new(2026, 8, 3), IsOpen: true, "Open on the civic holiday"),
            new(new(2026, 3, 14), IsOpen: true, "Open Saturday"),
        ]));
        Assert.False(own.IsOpen(new(2026, 3, 10)));
        Assert.True(own.IsOpen(new(2026, 8, 3)));
        Assert.Equal(8 * 3600, own.SecondsBetween(new(2026, 3, 14), new(2026, 3, 15)));
    }

    [Fact]
    public void WhatNoCalendarCanBe_IsRefused()
    {
        ServiceCalendar calendar = Given.Calendar();
        void Change(string name = "A", string of = "CA", IReadOnlyList<OpeningHours>? week = null, params OwnDay[] own) =>
            calendar.Change(name, of, week ?? OpeningHours.OfficeWeek, own, Given.Somebody, Given.Now);
        Given.Refuses("calendar.jurisdiction", () => Change(of: "XX"));
        Given.Refuses("calendar.week", () => Change(week: [.. Enumerable.Repeat(OpeningHours.Closed, 7)]));
        Given.Refuses("calendar.day-twice", () => Change(own: [new(new(2026, 1, 2), false, ""), new(new(2026, 1, 2), true, "")]));
        Given.Refuses("calendar.many-days", () => Change(own:
            [.. Enumerable.Range(0, 401).Select(i => new OwnDay(new DateOnly(2026, 1, 1).AddDays(i), false, ""))]));
        Given.Refuses("text.missing", () => Change(name: " "));
    }
}
