using Cadran.Collection;
using Cadran.People;

namespace Cadran.Domain.Tests.Collection;

/// <summary>How often one person may be asked.</summary>
public sealed class ContactRuleTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Fact]
    public void Usual_IsAQuarterAndThreeTimes()
    {
        ContactRule rule = ContactRule.Usual();
        Assert.Equal((90, 3), (rule.DaysBetween, rule.TimesAYear));
        Assert.True(rule.Allows([], Day));
    }

    [Theory]
    [InlineData(-89, false)]
    [InlineData(-90, true)]
    // Who is to be asked later, by somebody who has drawn already, is not asked shortly before.
    [InlineData(89, false)]
    [InlineData(90, true)]
    public void DaysBetween_HoldInBothDirections(int days, bool allowed) =>
        Assert.Equal(allowed, ContactRule.Usual().Allows([Day.AddDays(days)], Day));

    [Fact]
    public void TimesAYear_HoldInEveryYearThatTheDayLiesIn()
    {
        ContactRule rule = Rule(0, 2);
        Assert.True(rule.Allows([Day.AddDays(-100)], Day));
        Assert.False(rule.Allows([Day.AddDays(-100), Day.AddDays(-300)], Day));
        Assert.True(rule.Allows([Day.AddDays(-100), Day.AddDays(-365)], Day));
        // One before and one after within one year, although neither year by itself is full.
        Assert.False(rule.Allows([Day.AddDays(-100), Day.AddDays(200)], Day));
        Assert.True(rule.Allows([Day.AddDays(-200), Day.AddDays(200)], Day));
    }

    // The rule against a plain count over every year of days that holds the day.
    [Fact]
    public void TimesAYear_IsWhatACountOverEveryYearSays()
    {
        var random = new Random(5);
        for (int round = 0; round < 500; round++)
        {
            DateOnly[] asked = [.. Enumerable.Range(0, random.Next(6)).Select(_ => Day.AddDays(random.Next(-500, 500)))];
            bool full = Enumerable.Range(0, 365).Any(back =>
                asked.Count(a => a >= Day.AddDays(-back) && a < Day.AddDays(-back + 365)) >= 3);
            Assert.Equal(!full, Rule(0, 3).Allows(asked, Day));
        }
    }

    [Theory]
    [InlineData(-1, 3, "Enter a number of days from 0 to {0}.")]
    [InlineData(731, 3, "Enter a number of days from 0 to {0}.")]
    [InlineData(90, 0, "Enter how many times a year, from 1 to {0}.")]
    [InlineData(90, 53, "Enter how many times a year, from 1 to {0}.")]
    public void WhatIsNoRule_IsRefused(int days, int times, string said) =>
        Assert.Equal(said, Assert.Throws<RuleViolationException>(() => Rule(days, times)).Message);

    private static ContactRule Rule(int days, int times)
    {
        ContactRule rule = ContactRule.Usual();
        rule.Set(days, times, new Actor(null, "somebody"), Moment.On(Day));
        return rule;
    }
}
