using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cadran.Collection;

/// <summary>Every hour, lets <see cref="FramePurge"/> look for contacts whose day has passed.</summary>
public sealed class FramePurger(IServiceScopeFactory scopes, TimeProvider time, ILogger<FramePurger> log) : BackgroundService
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
            await scope.ServiceProvider.GetRequiredService<FramePurge>().RunAsync(ct);
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or RuleViolationException)
        {
            log.LogWarning(failure, "Contacts whose day has passed were not taken away; next try in an hour");
        }
    }
}
