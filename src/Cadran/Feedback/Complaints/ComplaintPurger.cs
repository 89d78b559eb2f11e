using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cadran.Feedback;

/// <summary>Every hour, lets <see cref="ComplaintPurge"/> look for what is to be erased.</summary>
public sealed class ComplaintPurger(IServiceScopeFactory scopes, TimeProvider time, ILogger<ComplaintPurger> log) : BackgroundService
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
            await scope.ServiceProvider.GetRequiredService<ComplaintPurge>().RunAsync(ct);
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or RuleViolationException)
        {
            log.LogWarning(failure, "Complaints whose time has passed were not erased; next try in an hour");
        }
    }
}
