using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cadran.Improvement;

/// <summary>Every ten minutes, lets <see cref="StandardEntries"/> look at what was recorded.</summary>
public sealed class StandardWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<StandardWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync(stoppingToken);
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<StandardEntries>().RaiseAsync(ct);
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or RuleViolationException
            or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            log.LogWarning(failure, "Standards that were missed did not come into the register; next try in ten minutes");
        }
    }
}
