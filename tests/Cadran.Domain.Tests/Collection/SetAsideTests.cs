using Cadran.Collection;
using Cadran.People;

namespace Cadran.Domain.Tests.Collection;

/// <summary>Which online answers may be set aside, and what stays on record.</summary>
public sealed class SetAsideTests
{
    private static readonly Moment Now = Moment.On(new(2026, 3, 20)), Later = Moment.On(new(2026, 3, 25));
    private static readonly Actor Analyst = new(Guid.NewGuid(), "A. Nalyst"), Manager = new(Guid.NewGuid(), "M. Anager");

    [Fact]
    public void SetAside_AndPutBack_BothStayOnRecord()
    {
        Wave wave = Plan();
        wave.SetAsideOnline(new(2026, 3, 4), new(2026, 3, 5), 12, " A program. ", Analyst, Now);
        SetAsidePeriod period = Assert.Single(wave.SetAside);
        Assert.Equal((12, 12, "A program.", "A. Nalyst", Now.AtUtc),
            (wave.AnswersSetAside, wave.AnswersMoved, period.Reason, period.By, period.AtUtc));
        wave.PutBack(period.Id, "They were clients.", Manager, Later);
        Assert.Equal((0, 24), (wave.AnswersSetAside, wave.AnswersMoved));
        Assert.Equal(("A program.", "They were clients.", "M. Anager"),
            (wave.SetAside[0].Reason, wave.SetAside[0].BackReason, wave.SetAside[0].BackBy));
        Assert.Equal("These answers count already.", Refused("wave.aside-back", () => wave.PutBack(period.Id, "x", Manager, Later)));
        Assert.Throws<MissingException>(() => wave.PutBack(Guid.NewGuid(), "x", Manager, Later));
        // The same days again are another entry.
        wave.SetAsideOnline(new(2026, 3, 4), new(2026, 3, 5), 12, "A program after all.", Analyst, Later);
        Assert.Equal((2, 12, 36), (wave.SetAside.Count, wave.AnswersSetAside, wave.AnswersMoved));
    }

    [Theory]
    [InlineData(9, 8, 9, "wave.aside-dates", "The last day cannot be before the first.")]
    [InlineData(18, 20, 9, "wave.aside-today", "Choose days that are over: answers of today still come in.")]
    [InlineData(4, 5, 9, "wave.aside-already", "These days are set aside already.")]
    [InlineData(5, 6, 9, "wave.aside-overlap", "The days from {0} to {1} were set aside before. Choose the same days, or days outside: "
        + "results of almost the same days would tell what a few people said.")]
    [InlineData(1, 10, 9, "wave.aside-overlap", "The days from {0} to {1} were set aside before. Choose the same days, or days outside: "
        + "results of almost the same days would tell what a few people said.")]
    [InlineData(8, 8, 4, "wave.aside-few",
        "Fewer than {0} answers came online on these days. The difference would tell what they said: choose more days.")]
    public void WhatWouldTellOnPeople_IsRefused(int from, int to, long answers, string code, string message)
    {
        Wave wave = Plan();
        wave.SetAsideOnline(new(2026, 3, 4), new(2026, 3, 5), 12, "A program.", Analyst, Now);
        Assert.Equal(message, Refused(code, () =>
            wave.SetAsideOnline(new(2026, 3, from), new(2026, 3, to), answers, "Another.", Analyst, Now)));
        Assert.Single(wave.SetAside);
    }

    [Fact]
    public void AlmostTheSameDays_AreRefused_AlsoWhenTheFirstCountAgain()
    {
        Wave wave = Plan();
        wave.SetAsideOnline(new(2026, 3, 4), new(2026, 3, 5), 12, "A program.", Analyst, Now);
        wave.PutBack(wave.SetAside[0].Id, "No.", Analyst, Now);
        Refused("wave.aside-overlap", () => wave.SetAsideOnline(new(2026, 3, 4), new(2026, 3, 6), 13, "A program.", Analyst, Now));
    }

    [Theory]
    [InlineData(4, "online", true), InlineData(5, "online", true), InlineData(3, "online", false), InlineData(6, "online", false)]
    [InlineData(4, "phone", false), InlineData(4, "", false)]
    public void Period_HoldsOnlineAnswersOfItsDays(int day, string channel, bool holds) =>
        Assert.Equal(holds, new SetAsidePeriod(Guid.NewGuid(), new(2026, 3, 4), new(2026, 3, 5), 9, "r", "b", Now.AtUtc)
            .Holds(new(2026, 3, day), channel));

    private static string Refused(string code, Action act)
    {
        var refused = Assert.Throws<RuleViolationException>(act);
        Assert.Equal(code, refused.Code);
        return refused.Message;
    }

    private static Wave Plan() =>
        Wave.Plan(Guid.NewGuid(), Guid.NewGuid(), "2026-1", new(2026, 3, 1), new(2026, 3, 31), Analyst, Now);
}
