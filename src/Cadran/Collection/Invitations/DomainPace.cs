using System.Collections.Concurrent;

namespace Cadran.Collection;

/// <summary>How fast messages go to one mail domain: many at once look like spam to whoever receives them.</summary>
/// <param name="perMinute">Messages to one domain in a minute; 0 sets no limit.</param>
public sealed class DomainPace(int perMinute)
{
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (DateTime Next, DateTime Later)> domains = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when a message may go now; otherwise when it is to be tried again.</summary>
    public DateTime? Wait(string domain, DateTime nowUtc)
    {
        if (perMinute <= 0) return null;
        TimeSpan each = TimeSpan.FromMinutes(1) / perMinute;
        (DateTime next, DateTime later) = domains.GetValueOrDefault(domain, (nowUtc, nowUtc));
        if (next < nowUtc) next = nowUtc;
        if (later < next) later = next;
        bool now = next - nowUtc < Burst;
        domains[domain] = now ? (next + each, later) : (next, later + each);
        return now ? null : later + each;
    }
}
