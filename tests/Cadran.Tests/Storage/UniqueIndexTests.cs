using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cadran.Tests.Storage;

/// <summary>What may be there once is there once, and the second of two is told as if a form had asked first.</summary>
public sealed class UniqueIndexTests(TestApp app)
{
    private static readonly string[] ByChance = ["IX_IdeaBoxes_Slug", "IX_Waves_Slug"]; // 79 and 59 random bits

    [Fact]
    public Task EveryUniqueIndex_SaysSomethingToTheSecond() => app.Db(db =>
    {
        IIndex[] unique = [.. db.Model.GetEntityTypes().SelectMany(e => e.GetIndexes()).Where(i => i.IsUnique)];
        Assert.True(unique.Length >= 9);
        IEnumerable<IIndex> silent = unique.Where(i => !i.GetAnnotations().Any(a => a.Name == "Cadran:Refusal"));
        Assert.Equal(ByChance, silent.Select(i => i.GetDatabaseName()!).Order(StringComparer.Ordinal));
        return Task.CompletedTask;
    });

    [Fact]
    public Task WhatTwoMayChange_HasAVersionThatTheDatabaseAsksFor() => app.Db(db =>
    {
        Type[] versioned = [.. db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IVersioned))).Select(e => e.ClrType)];
        Assert.Superset(
            new HashSet<string>(
            [
                "Wave", "Target", "Decision", "ImprovementAction", "Service", "ServiceStandard", "Membership", "ResponseImport",
            ]),
            versioned.Select(t => t.Name).ToHashSet());
        Assert.All(versioned, type =>
            Assert.True(db.Model.FindEntityType(type)!.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Organisation_OfOneCode()
    {
        string code = Code();
        await Race.OneIsRefusedAsync("organisation.code-taken",
            Add(() => Organisation.Create(code, new("A", ""))), Add(() => Organisation.Create(code, new("B", ""))));
        Assert.Equal("Another organisation has this code.", Organisation.CodeTaken().Message);
    }

    [Fact]
    public async Task Role_GivenTwice()
    {
        Guid user = await app.Db(db => db.Users.Where(u => u.Email == "auditor@a.example").Select(u => u.Id).FirstAsync());
        await Race.OneIsRefusedAsync("people.role-given",
            Add(() => Membership.Give(user, app.OrganisationB, Role.Auditor)),
            Add(() => Membership.Give(user, app.OrganisationB, Role.Auditor)));
        await app.Db(db => db.Memberships.Where(m => m.UserId == user && m.OrganisationId == app.OrganisationB).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Service_OfOneNumber_HoweverItIsWritten()
    {
        string code = Code();
        await Race.OneIsRefusedAsync("service.code-taken",
            Add(() => Service.Create(app.OrganisationA, code, new("A", ""))),
            Add(() => Service.Create(app.OrganisationA, code.ToUpperInvariant(), new("B", ""))));
    }

    [Fact]
    public async Task Wave_OfOneName()
    {
        Wave first = await WaveData.AddAsync(app);
        Wave Same() => Wave.Plan(first.ServiceId, first.VersionId, "Autumn", first.OpensOn, first.ClosesOn, Actor.System, TestApp.Now);
        await Race.OneIsRefusedAsync("wave.name-taken", Add(Same), Add(Same));
    }

    [Fact]
    public async Task Wave_RenamedToATakenName()
    {
        Wave first = await WaveData.AddAsync(app);
        Wave second = Wave.Plan(first.ServiceId, first.VersionId, "Spring", first.OpensOn, first.ClosesOn, Actor.System, TestApp.Now);
        await Add(() => second)();
        await app.Db(async db =>
        {
            (await db.Waves.FirstAsync(w => w.Id == second.Id))
                .Correct(first.Name, first.OpensOn, first.ClosesOn, null, reliedOn: false, Recorded.Somebody, TestApp.Now);
            var refused = await Assert.ThrowsAsync<RuleViolationException>(() => db.SaveChangesAsync());
            Assert.Equal("wave.name-taken", refused.Code);
            // The context goes on: what could not be saved is forgotten.
            Assert.Equal(0, await db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task Version_PublishedTwice()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        Func<Task> publish = () => app.Db(async db =>
        {
            Questionnaire own = await db.Questionnaires.Include(q => q.Versions).FirstAsync(q => q.Id == questionnaire.Id);
            db.Add(own.Publish(TestApp.Start.UtcDateTime));
            await db.SaveChangesAsync();
        });
        IReadOnlyList<RuleViolationException?> refused = await Race.OfAsync(publish, publish);
        // One came too late to read, or to save, or found nothing changed: whatever it was, one version was published.
        Assert.Single(refused, r => r is null);
        Assert.Equal(1, await app.Db(db => db.QuestionnaireVersions.CountAsync(v => v.QuestionnaireId == questionnaire.Id)));
    }

    [Fact]
    public async Task Standard_AndVolume_OfOneYear()
    {
        Service service = await app.ServiceAsync();
        ServiceVolume Volume() => ServiceVolume.Of(service.Id, "2024-2025",
            new ReportedVolume(Channel.Online.Volume, Reported.NoData, null));
        await Race.OneIsRefusedAsync("catalogue.reported-meanwhile", Add(Volume), Add(Volume));
        ServiceStandard Standard() => ServiceStandard.Create(service.Id, "S-1", new("In a day", ""), "TML", "TEL");
        await Race.OneIsRefusedAsync("catalogue.reported-meanwhile", Add(Standard), Add(Standard));
    }

    [Fact]
    public async Task Row_OfOneNumber_IsSentTwice()
    {
        Wave wave = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-40), closes: WaveData.Today.AddDays(-10));
        Decision decision = Decision.Record(wave, new DecisionEvidence { Driver = "time", Respondents = 50 }, new("T", ""), new("R", ""),
            new("B", ""),
            WaveData.Today, Recorded.Somebody, TestApp.Now);
        await Add(() => decision)();
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => Add(() => decision)());
        Assert.Equal((Refusals.Sent, "This was sent twice. It is recorded once."), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task RefusedSave_LeavesNoEvent_AndTheChainWhole()
    {
        string code = Code();
        await Add(() => Organisation.Create(code, new("A", "")))();
        long before = await app.Db(db => db.AuditEvents.LongCountAsync(e => e.After!.Contains(code)));
        await Assert.ThrowsAsync<RuleViolationException>(() => Add(() => Organisation.Create(code, new("B", "")))());
        Assert.Equal(before, await app.Db(db => db.AuditEvents.LongCountAsync(e => e.After!.Contains(code))));
        Assert.Null((await app.Db(db => AuditChain.VerifyAsync(db, CancellationToken.None))).BrokenAt);
    }

    private Func<Task> Add(Func<object> made) => () => app.Db(async db =>
    {
        db.Add(made());
        await db.SaveChangesAsync();
    });

    private static string Code() => "u" + Guid.NewGuid().ToString("N")[..20];
}
