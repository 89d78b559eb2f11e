using Cadran.People;

namespace Cadran.Domain.Tests.People;

/// <summary>What roles come to in a tree of organisations.</summary>
public sealed class AccessTests
{
    private static readonly Guid Top = Guid.NewGuid(), Ministry = Guid.NewGuid(), Agency = Guid.NewGuid(), Other = Guid.NewGuid();
    private static readonly OrganisationTree Tree = new([(Top, null), (Ministry, Top), (Agency, Ministry), (Other, Top)]);
    private static readonly Actor Person = new(Guid.NewGuid(), "P. Erson");

    [Fact]
    public void Role_HoldsInItsOrganisation_AndEverythingBelow()
    {
        Access access = With((Ministry, Role.Manager));
        Assert.True(access.Can(Right.Improve, Ministry));
        Assert.True(access.Can(Right.Improve, Agency));
        Assert.False(access.Can(Right.Improve, Top));
        Assert.Equal([Agency, Ministry], access.Readable.Order(Comparer<Guid>.Create((a, b) => a == Agency ? -1 : b == Agency ? 1 : 0)));
    }

    [Fact]
    public void ForeignOrganisation_DoesNotExist_AndAMissingRightIsForbidden()
    {
        Access access = With((Ministry, Role.Executive));
        Assert.Throws<MissingException>(() => access.Require(Right.Read, Other));
        Assert.Throws<ForbiddenException>(() => access.Require(Right.Improve, Agency));
        access.Require(Right.Read, Agency);
    }

    [Fact]
    public void SeveralRoles_AddUp()
    {
        Access access = With((Ministry, Role.Executive), (Agency, Role.Administrator), (Other, Role.Clerk));
        Assert.False(access.Can(Right.Administer, Ministry));
        Assert.Equal([Agency], access.Where(Right.Administer));
        Assert.True(access.Can(Right.EnterResponses, Other));
        Assert.DoesNotContain(Other, access.Readable); // who keys answers reads none
    }

    [Fact]
    public void NoRole_MayNothing()
    {
        Access access = With();
        Assert.Empty(access.Readable);
        Assert.Throws<ForbiddenException>(() => access.RequireSomewhere(Right.Read));
    }

    [Fact]
    public void Tree_ThatBitesItsTail_Ends()
    {
        Guid a = Guid.NewGuid(), b = Guid.NewGuid();
        Assert.Equal(2, new OrganisationTree([(a, b), (b, a)]).From(a).Count);
    }

    [Fact]
    public void OrganisationOutsideTheTree_IsAloneInIt() => Assert.Equal([Other], new OrganisationTree([]).From(Other));

    [Fact]
    public void OwnAdministratorRole_IsNotOnesToRemove()
    {
        Membership own = Membership.Give(Person.UserId!.Value, Top, Role.Administrator);
        Assert.Equal("people.own-administrator", Assert.Throws<RuleViolationException>(() => own.RequireRemovableBy(Person)).Code);
        own.RequireRemovableBy(new Actor(Guid.NewGuid(), "O. Ther"));
        Membership.Give(Person.UserId.Value, Top, Role.Auditor).RequireRemovableBy(Person);
    }

    private static Access With(params (Guid Organisation, Role Role)[] roles) =>
        Access.Of(Person, roles.Select(r => Membership.Give(Person.UserId!.Value, r.Organisation, r.Role)), Tree);
}
