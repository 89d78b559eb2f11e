using Cadran.Collection;

namespace Cadran.Web.Platform;

/// <summary>Keeps a signed anchor of the audit trail beside the database, each day one.</summary>
internal sealed class AnchorWriter(IServiceScopeFactory scopes, AnchorFolder folder, TimeProvider time, ILogger<AnchorWriter> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do await KeepAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task KeepAsync(CancellationToken ct)
    {
        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            await folder.KeepAsync(time.Today, scope.ServiceProvider.GetRequiredService<AuditAnchors>(), ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            log.LogWarning(failure, "The anchor of the audit trail was not written; next try in an hour");
        }
    }
}
