using System.Security.Cryptography;
using Cadran.Collection;
using Cadran.Storage;
using Cadran.Tests.Collection;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cadran.Tests.Storage;

/// <summary>What somebody with write access to the database does past the program is found by an anchor from before.</summary>
public sealed class AnchorTests : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "cadran-anchor-" + Guid.NewGuid().ToString("N"));
    private readonly FakeTimeProvider time = new(TestApp.Start);
    private ServiceProvider services = null!;
    private string? postgres;
    private Guid wave;

    private AnchorFolder Anchors => new(Path.Combine(folder, "anchors"), Path.Combine(folder, "keys"));

    [Fact]
    public async Task Untouched_IsAsTheAnchorSays_AlsoAfterWhatTheProgramDid()
    {
        AuditAnchor anchor = await AnchorAsync();
        Assert.Equal(5, Assert.Single(anchor.Waves).Responses);
        Assert.Empty(await CompareAsync(anchor));
        await Db(async db =>
        {
            Wave found = await db.Waves.SingleAsync(w => w.Id == wave);
            found.Correct(found.Name, found.OpensOn, WaveData.Today.AddDays(60), "Late.", reliedOn: true, Recorded.Somebody, TestApp.Now);
            await db.Because("wave.reschedule").SaveChangesAsync();
        });
        await AnswerAsync(1);
        Assert.Empty(await CompareAsync(anchor));
        Assert.Empty((await AnchorAsync()).Waves);
    }

    [Theory]
    [InlineData("delete from \"AuditEvents\" where \"Number\" = (select max(\"Number\") from \"AuditEvents\")", "the trail was cut short")]
    [InlineData("delete from \"AuditEvents\"", "the trail was cut short")]
    [InlineData("update \"AuditEvents\" set \"Hash\" = 'f' || substr(\"Hash\", 2) || '0'", "the trail was rewritten")]
    [InlineData("delete from \"Responses\" where \"Id\" = (select min(cast(\"Id\" as text)) from \"Responses\")ID",
        "4 responses, and 5 in the anchor")]
    [InlineData("update \"Responses\" set \"AnswersJson\" = '{\"overall\": 5}' where \"AnswersJson\"TXT like '%1%'",
        "are not those of the anchor")]
    [InlineData("update \"Responses\" set \"Weight\" = 2", "are not those of the anchor")]
    public async Task Tampering_IsFound(string sql, string said)
    {
        AuditAnchor anchor = await AnchorAsync();
        sql = sql.Replace("TXT", postgres is null ? "" : "::text").Replace(")ID", postgres is null ? ")" : ")::uuid");
        Assert.True(await Db(db => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{").Replace("}", "}}"))) > 0);
        Assert.Contains(await CompareAsync(anchor), sentence => sentence.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnotherAnchor_DoesNotTakeOverWhatWasChanged()
    {
        AuditAnchor first = await AnchorAsync();
        Assert.True(await Anchors.KeepAsync(WaveData.Today, Service(), default));
        Assert.False(await Anchors.KeepAsync(WaveData.Today, Service(), default));
        await Db(db => db.Database.ExecuteSqlRawAsync("update \"Responses\" set \"Weight\" = 2"));
        Assert.Equal(first.Waves, (await Service().MakeAsync(Anchors.Last(), default))!.Waves);
        Assert.Single(await CompareAsync(Anchors.Last()!));
    }

    [Fact]
    public async Task ChangedAnchor_IsNone()
    {
        string text = (await Anchors.MakeAsync(Service(), default))!;
        Assert.NotNull(AuditAnchor.Read(text, out string signer));
        Assert.Equal(AnchorKey.Public(Path.Combine(folder, "keys")), signer);
        Assert.Null(AuditAnchor.Read(text.Replace(" 5 ", " 4 ", StringComparison.Ordinal), out _));
        Assert.Null(AuditAnchor.Read("nothing of the kind", out _));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        AuditAnchor forged = AuditAnchor.Read(text, out _)!;
        Assert.NotNull(AuditAnchor.Read(forged.Sign(other), out string stranger));
        Assert.NotEqual(signer, stranger);
    }

    private async Task<AuditAnchor> AnchorAsync() => AuditAnchor.Read((await Anchors.MakeAsync(Service(), default))!, out _)!;

    private Task<IReadOnlyList<string>> CompareAsync(AuditAnchor anchor) => Service().CompareAsync([anchor], default);

    private AuditAnchors Service() => services.CreateScope().ServiceProvider.GetRequiredService<AuditAnchors>();

    private async Task AnswerAsync(int overall)
    {
        var store = services.GetRequiredService<ResponseStore>();
        await store.SubmitAsync(WaveData.Response(wave, $$"""{"overall":{{overall}}}"""), SubmissionKey.New());
        await store.ShuffleAsync();
    }

    private async Task<T> Db<T>(Func<CadranDb, Task<T>> use)
    {
        using IServiceScope scope = services.CreateScope();
        return await use(scope.ServiceProvider.GetRequiredService<CadranDb>());
    }

    private Task<int> Db(Func<CadranDb, Task> use) => Db(async db => { await use(db); return 0; });

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        postgres = await TestPostgres.CreateDatabaseAsync();
        services = new ServiceCollection().AddSingleton<TimeProvider>(time)
            .AddStorage(new StorageOptions(postgres, Path.Combine(folder, "cadran.db"), folder)).AddCollection().BuildServiceProvider();
        await Db(async db => await Schema.ApplyAsync(db, time, CancellationToken.None));
        wave = await Db(WaveData.AddBareAsync);
        for (int i = 1; i <= 5; i++) await AnswerAsync(i);
        time.Advance(TimeSpan.FromDays(40));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestPostgres.DropDatabaseAsync(postgres);
        Directory.Delete(folder, recursive: true);
    }
}
