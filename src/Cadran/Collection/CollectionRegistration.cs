using Cadran.Jobs;
using Cadran.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cadran.Collection;

public static class CollectionRegistration
{
    public static IServiceCollection AddCollection(this IServiceCollection services) => services
        .AddSingleton(ResponsesOf)
        .AddSingleton<AnswerKeySource>()
        .AddSingleton<ResponseTables>()
        .AddScoped(p => new ImportResponses(p.GetRequiredService<CadranDb>(), p.GetRequiredService<ResponseStore>(),
            p.GetRequiredService<ResponseTables>(), p.GetRequiredService<UploadFolder>(), p.GetRequiredService<TimeProvider>()))
        .AddScoped<ResponseUploads>()
        .AddScoped<AuditAnchors>()
        .AddScoped<WavePaces>()
        .AddScoped<PublishedCounts>()
        .AddSingleton<ContactKeySource>()
        .AddSingleton<FrameUploads>()
        .AddScoped<ImportFrame>()
        .AddScoped<FrameContacts>()
        .AddScoped<FramePurge>()
        .AddScoped<DrawSample>()
        .AddScoped<OptOuts>()
        .AddScoped<InvitationRounds>()
        .AddScoped<MailOutbox>()
        .AddScoped<MailLetters>()
        .AddScoped<ResendUncertain>()
        .AddScoped<MakeLetters>()
        .AddSingleton<Admissions>()
        .AddHostedService<FramePurger>()
        .AddJob<ImportFrameJob>("The list of clients is being read")
        .AddJob<ImportResponsesJob>("The responses are being read");

    private static ResponseStore ResponsesOf(IServiceProvider provider)
    {
        var storage = provider.GetRequiredService<StorageOptions>();
        ILogger log = provider.GetService<ILoggerFactory>()?.CreateLogger<ResponseStore>() ?? (ILogger)NullLogger.Instance;
        return storage.UsesPostgres ? new PostgresResponseStore(storage.Postgres!, log) : new SqliteResponseStore(storage.SqliteFile, log);
    }
}
