using System.Threading.RateLimiting;
using Cadran.Web.Platform;

namespace Cadran.Web.Api;

/// <summary>How many requests one key may make in a minute.</summary>
internal sealed class KeyLimits(CadranSettings settings) : IDisposable
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<Guid> requests = PartitionedRateLimiter.Create<Guid, Guid>(key =>
        RateLimitPartition.GetSlidingWindowLimiter(key,
            _ => new() { PermitLimit = settings.RequestsPerKey, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 }));

    public bool May(Guid key)
    {
        if (settings.RequestsPerKey <= 0) return true;
        using RateLimitLease lease = requests.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    public void Dispose() => requests.Dispose();
}
