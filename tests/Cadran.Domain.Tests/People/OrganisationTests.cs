using Cadran.People;

namespace Cadran.Domain.Tests.People;

/// <summary>What holds of one organisation, whoever changes it.</summary>
public sealed class OrganisationTests
{
    private static readonly Organisation Top = Organisation.Top(new("Government", "Gouvernement"));

    [Fact]
    public void Languages_AreKnownOnes_OnceEach_AndInTheGivenOrder()
    {
        Assert.Equal(["nl", "fr"], Organisation.Create("x", LocalText.Empty, null, ["nl", "xx", "fr", "nl"]).Languages);
        Assert.Equal(["en", "fr"], Organisation.Create("x", LocalText.Empty).Languages);
        RuleViolationException none =
            Assert.Throws<RuleViolationException>(() => Organisation.Create("x", LocalText.Empty, null, ["xx"]));
        Assert.Equal(("organisation.languages", "Choose at least one language."), (none.Code, none.Message));
    }

    [Fact]
    public void Name_IsWrittenInTheUsualLanguage()
    {
        Organisation made = Organisation.Create("x", new("City", "Ville"), Top.Id);
        RuleViolationException refused =
            Assert.Throws<RuleViolationException>(() => made.Describe(new("City", ""), ["fr", "en"]));
        Assert.Equal(("organisation.unnamed", "Name"), (refused.Code, refused.Field));
        made.Describe(new("City", ""), ["en", "fr"]);
        Assert.Equal(("City", "en"), (made.Name.En, made.Languages[0]));
    }

    [Fact]
    public void Move_KeepsATree()
    {
        Organisation ministry = Organisation.Create("m", LocalText.Empty, Top.Id);
        Organisation agency = Organisation.Create("a", LocalText.Empty, ministry.Id);
        Organisation other = Organisation.Create("o", LocalText.Empty, Top.Id);
        var tree = new OrganisationTree([(Top.Id, null), (ministry.Id, Top.Id), (agency.Id, ministry.Id), (other.Id, Top.Id)]);
        Assert.Equal("organisation.circle", Code(() => ministry.MoveUnder(agency.Id, tree)));
        Assert.Equal("organisation.circle", Code(() => ministry.MoveUnder(ministry.Id, tree)));
        Assert.Equal("organisation.there", Code(() => ministry.MoveUnder(Top.Id, tree)));
        Assert.Equal("organisation.top", Code(() => Top.MoveUnder(other.Id, tree)));
        agency.MoveUnder(other.Id, tree);
        Assert.Equal(other.Id, agency.ParentId);
        Assert.Equal(Top.Id, tree.Top);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, null)]
    [InlineData(1, 0, 0, 0, "organisation.holds")]
    [InlineData(0, 1, 0, 0, "organisation.holds")]
    [InlineData(0, 0, 1, 0, "organisation.holds")]
    [InlineData(0, 0, 0, 1, "organisation.holds")]
    public void OnlyWhatHoldsNothing_CanBeDeleted(int below, int services, int inventories, int roles, string? refused)
    {
        var content = new OrganisationContent(below, services, inventories, roles);
        Organisation made = Organisation.Create("x", LocalText.Empty, Top.Id);
        Assert.Equal(refused, Record.Exception(() => made.RequireEmpty(content)) is RuleViolationException rule ? rule.Code : null);
        Assert.Equal("organisation.top-kept", Code(() => Top.RequireEmpty(content)));
    }

    [Fact]
    public void ListsOfClients_AreNamed() => Assert.Equal("This organisation still holds {0} lists of clients: delete those first.",
        Assert.Throws<RuleViolationException>(() => Organisation.Create("x", LocalText.Empty, Top.Id).RequireEmpty(new(0, 0, 0, 0, 1)))
            .Message);

    [Fact]
    public void WhatStaysOnRecord_KeepsTheOrganisation() => Assert.Equal(
        "This organisation holds {0} governance bodies, calendars or keys for programs: they stay on record, and so does it.",
        Assert.Throws<RuleViolationException>(() => Organisation.Create("x", LocalText.Empty, Top.Id)
            .RequireEmpty(new(0, 0, 0, 0, Kept: 2))).Message);

    private static string Code(Action act) => Assert.Throws<RuleViolationException>(act).Code;

    [Theory]
    [InlineData(1), InlineData(60), InlineData(null)]
    public void ACycle_IsKept(int? months)
    {
        var organisation = Organisation.Create("A", new("A", "A"));
        organisation.MeasureEvery(6);
        organisation.MeasureEvery(months);
        Assert.Equal(months, organisation.CycleMonths);
    }

    [Theory]
    [InlineData(0), InlineData(-3), InlineData(61)]
    public void ACycleOutOfReach_IsRefused(int months)
    {
        var organisation = Organisation.Create("A", new("A", "A"));
        var refused = Assert.Throws<RuleViolationException>(() => organisation.MeasureEvery(months));
        Assert.Equal("Enter a number of months from 1 to {0}, or leave it empty.", refused.Message);
        Assert.Null(organisation.CycleMonths);
    }
}
