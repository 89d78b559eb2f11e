using Cadran.Improvement;
using Cadran.People;

namespace Cadran.Domain.Tests.Improvement;

/// <summary>A body decides on what its agenda holds, and what it asks for comes back.</summary>
public sealed class MeetingTests
{
    private static readonly Moment Now = Moment.On(new(2026, 3, 2));
    private static readonly Actor Somebody = new(Guid.NewGuid(), "S. Omebody");
    private static readonly GovernanceBody Body =
        GovernanceBody.Make(Guid.NewGuid(), "Board", "Chair\n Secretary \n\n", 3, audits: false, Somebody, Now);
    private static readonly MeetingItem Late = new(MeetingItemKind.ActionLate, Guid.NewGuid(), Guid.NewGuid(), new("Passports", ""),
        new("Call back", ""), new(2026, 2, 1));

    [Fact]
    public void ABody_HasMembersALine_AndMeetsWithinTwoYears()
    {
        Assert.Equal(["Chair", "Secretary"], Body.MemberList);
        foreach (int months in new[] { 0, 25 })
            Refused("governance.interval", () => GovernanceBody.Make(Guid.NewGuid(), "B", null, months, false, Somebody, Now));
        Refused("text.missing", () => GovernanceBody.Make(Guid.NewGuid(), " ", null, 3, false, Somebody, Now));
    }

    [Fact]
    public void TheFirstMinute_FixesTheAgenda()
    {
        Meeting meeting = Call(Now.Today);
        meeting.Record([Late], Late.Key, " Two more people. ", new(2026, 4, 1), Somebody, Now);
        Assert.Equal((Late, "Two more people.", "S. Omebody"), (meeting.Agenda[0], meeting.Minutes[0].Text, meeting.Minutes[0].By));
        Refused("meeting.minuted", () => meeting.Record([], Late.Key, "Again", null, Somebody, Now));
        Assert.Throws<RuleViolationException>(() => meeting.Record([], "ActionLate-other", "x", null, Somebody, Now));
    }

    [Fact]
    public void Minutes_AreOfTheDayOrLater_SaySomething_AndComeBackAfterIt()
    {
        Refused("meeting.in-future", () => Call(new(2026, 3, 3)).Record([Late], Late.Key, "x", null, Somebody, Now));
        Refused("meeting.not-held", () => Call(new(2026, 3, 3)).Close([], Somebody, Now));
        Meeting meeting = Call(Now.Today);
        Refused("meeting.nothing", () => meeting.Record([Late], Late.Key, " ", null, Somebody, Now));
        Refused("meeting.follow-up", () => meeting.Record([Late], Late.Key, "x", Now.Today, Somebody, Now));
        Assert.False(meeting.IsFixed);
    }

    [Fact]
    public void WhatWasAskedFor_IsDoneOnce_AndClosedMinutesStay()
    {
        Meeting meeting = Call(Now.Today);
        Refused("meeting.followed", () => meeting.Follow(Late.Key, Somebody, Now));
        meeting.Record([Late], Late.Key, "x", new(2026, 4, 1), Somebody, Now);
        meeting.Close([], Somebody, Now);
        Assert.Single(meeting.Agenda);
        Refused("meeting.closed", () => meeting.Close([], Somebody, Now));
        Refused("meeting.closed", () => meeting.Record([Late], Late.Key, "y", null, Somebody, Now));
        meeting.Follow(Late.Key, Somebody, Now);
        Assert.Equal("S. Omebody", meeting.Minutes[0].DoneBy);
        Refused("meeting.followed", () => meeting.Follow(Late.Key, Somebody, Now));
    }

    [Fact]
    public void AMeetingThatDecidedNothing_KeepsItsAgendaWhenClosed()
    {
        Meeting meeting = Call(Now.Today);
        meeting.Close([Late], Somebody, Now);
        Assert.Equal(Late, Assert.Single(meeting.Agenda));
    }

    private static Meeting Call(DateOnly on) => Meeting.Call(Body, on, null, Somebody, Now);

    private static void Refused(string code, Action act) => Assert.Equal(code, Assert.Throws<RuleViolationException>(act).Code);
}
