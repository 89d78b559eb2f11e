using Cadran.Collection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Data;

public static class DataRegistration
{
    /// <summary>Registers the database: PostgreSQL when a connection string is given, else the SQLite file.</summary>
    public static IServiceCollection AddCadranData(this IServiceCollection services, string? postgres, string sqliteFile)
    {
        if (string.IsNullOrWhiteSpace(postgres))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(sqliteFile))!);
            services.AddDbContext<CadranDb, SqliteCadranDb>(o => o.UseSqlite(SqliteCadranDb.ConnectionString(sqliteFile)).AddInterceptors(new SqlitePragmas()));
            services.AddSingleton<ResponseStore>(_ => new SqliteResponseStore(sqliteFile));
        }
        else
        {
            services.AddDbContext<CadranDb, PostgresCadranDb>(o => o.UseNpgsql(postgres));
            services.AddSingleton<ResponseStore>(_ => new PostgresResponseStore(postgres));
        }
        services.AddSingleton<ResponseTables>();
        services.AddScoped<ImportResponses>();
        services.AddSingleton<Insight.WaveResults>();
        services.AddSingleton<Insight.WaveComments>();
        return services;
    }
}
