using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.People;

/// <summary>The audit trail is unbroken, and says where it was tampered with.</summary>
public sealed class PeopleAuditTests(TestApp app)
{
    [Fact]
    public async Task Trail_IsUnbroken()
    {
        (long events, long? brokenAt) = await app.Db(db => AuditChain.VerifyAsync(db, CancellationToken.None));
        Assert.True(events > 0);
        Assert.Null(brokenAt);
    }

    [Fact]
    public async Task Trail_SaysWhereItWasTamperedWith()
    {
        string? postgres = await TestPostgres.CreateDatabaseAsync();
        string file = Path.Combine(app.DataFolder, $"tampered-{Guid.NewGuid():N}.db");
        try
        {
            await using CadranDb db = postgres is null
                ? new SqliteCadranDb(new DbContextOptionsBuilder<SqliteCadranDb>().UseSqlite(SqliteCadranDb.ConnectionString(file)).Options,
                    app.Time)
                : new PostgresCadranDb(new DbContextOptionsBuilder<PostgresCadranDb>().UseNpgsql(postgres).Options, app.Time);
            await Schema.ApplyAsync(db, app.Time, CancellationToken.None);
            for (int i = 1; i <= 3; i++)
            {
                db.Organisations.Add(Organisation.Create($"O{i}", new($"Organisation {i}", "")));
                await db.SaveChangesAsync();
            }
            Assert.Equal((3L, null), await AuditChain.VerifyAsync(db, CancellationToken.None));
            await db.Database.ExecuteSqlRawAsync("update \"AuditEvents\" set \"By\" = 'somebody else' where \"Number\" = 2");
            Assert.Equal((1L, 2L), await AuditChain.VerifyAsync(db, CancellationToken.None));
        }
        finally
        {
            await TestPostgres.DropDatabaseAsync(postgres);
        }
    }
}
