using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.People;

/// <summary>Who is above whom is read anew as soon as somebody saved an organisation.</summary>
public sealed class OrganisationTreeTests(TestApp app)
{
    [Fact]
    public async Task OneAddressInTwoAccounts_IsRefusedByTheDatabase()
    {
        string email = $"{Guid.NewGuid():N}@a.example";
        Func<Task> add = () => app.Db(async db =>
        {
            User user = User.Invite(email, "T. Wice");
            user.NormalizedUserName = email.ToUpperInvariant();
            db.Add(user);
            await db.SaveChangesAsync();
        });
        await Race.OneIsRefusedAsync("people.account-known", add, add);
        Assert.Equal("Somebody has just given this person an account. Send the form again to give the role.", User.Known().Message);
    }

    [Fact]
    public async Task Tree_IsReadAnew_OnceSomebodySavedAnOrganisation()
    {
        // Two processes, each with what it keeps.
        var here = new OrganisationTrees();
        var there = new OrganisationTrees();
        OrganisationTree before = await app.Db(db => here.ReadAsync(db, CancellationToken.None));
        Assert.Same(before, await app.Db(db => here.ReadAsync(db, CancellationToken.None)));
        await app.Db(db => there.ReadAsync(db, CancellationToken.None));
        Guid added = await OrganisationAsync();
        foreach (OrganisationTrees kept in new[] { here, there })
            Assert.Contains(added, (await app.Db(db => kept.ReadAsync(db, CancellationToken.None))).From(app.Government));
    }

    [Fact]
    public async Task NewOrganisation_IsSeenAtOnce_ByWhoeverIsAbove()
    {
        Browser top = await app.AsTop();
        string code = "t" + Guid.NewGuid().ToString("N")[..12];
        Assert.DoesNotContain(code, (await top.Get("/people/new")).Text);
        await app.Db(async db =>
        {
            db.Add(Organisation.Create(code, new(code, code), app.Government));
            await db.SaveChangesAsync();
        });
        Assert.Contains(code, (await top.Get("/people/new")).Text);
    }

    private async Task<Guid> OrganisationAsync()
    {
        Organisation organisation = Organisation.Create("r" + Guid.NewGuid().ToString("N")[..12], new("Raced", "Disputé"), app.Government);
        await app.Db(async db =>
        {
            db.Add(organisation);
            await db.SaveChangesAsync();
        });
        return organisation.Id;
    }
}
