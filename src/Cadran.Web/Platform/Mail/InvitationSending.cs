namespace Cadran.Web.Platform;

/// <summary>Looks every few seconds for messages of waves that are due.</summary>
internal sealed class InvitationSending(InvitationSender sender, TimeProvider time, ILogger<InvitationSending> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try { await sender.RunAsync(stoppingToken); }
#pragma warning disable CA1031 // Whatever went wrong, the next look goes on where this one was.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The failure may quote an address: of that only its kind is told.
                log.LogWarning("Messages of waves could not be sent: {Failure}; next try in some seconds", failure.GetType().Name);
            }
#pragma warning restore CA1031
        }
    }
}
