using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Storage;

public static class StorageRegistration
{
    /// <summary>
    /// Registers the database, PostgreSQL when a connection string is given, else the SQLite file, and the folder of uploads.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(options).AddSingleton<UploadFolder>();
        if (options.UsesPostgres) return services.AddDbContext<CadranDb, PostgresCadranDb>(o => o.UseNpgsql(options.Postgres));
        string connection = SqliteCadranDb.ConnectionString(options.SqliteFile);
        return services.AddDbContext<CadranDb, SqliteCadranDb>(o => o.UseSqlite(connection).AddInterceptors(new SqlitePragmas()));
    }
}
