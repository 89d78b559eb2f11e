using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Cadran.Web.Platform;

namespace Cadran.Web.Respondent;

/// <summary>
/// How many answers one source may send to one link in ten minutes. The source is a digest of the network and the wave under a key that
/// lives in memory only and is thrown away every day: it leads to no address, from no link to another, and not from yesterday to today.
/// </summary>
internal sealed class AnswerLimits(CadranSettings settings, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock change = new();
    private Day? day, yesterday;

    /// <summary>Counts an answer; false when there were too many from there.</summary>
    public bool MayAnswer(HttpContext http, Guid waveId)
    {
        if (settings.AnswersPerSource <= 0) return true;
        Day current = Today();
        return current.Answers.AttemptAcquire(current.Source(http, waveId)).IsAcquired;
    }

    public void Dispose()
    {
        day?.Answers.Dispose();
        yesterday?.Answers.Dispose();
    }

    private Day Today()
    {
        DateOnly today = time.Today;
        if (day is { } current && current.On == today) return current;
        lock (change)
        {
            if (day is { } meanwhile && meanwhile.On == today) return meanwhile;
            // Somebody may be counting at this moment: the key goes at once, the counts a day later.
            yesterday?.Answers.Dispose();
            yesterday = day;
            yesterday?.Forget();
            return day = new Day(today, settings.AnswersPerSource);
        }
    }

    private sealed class Day(DateOnly on, int most)
    {
        private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

        public DateOnly On => on;

        public PartitionedRateLimiter<Guid> Answers { get; } = PartitionedRateLimiter.Create<Guid, Guid>(source =>
            RateLimitPartition.GetSlidingWindowLimiter(source,
                _ => new() { PermitLimit = most, Window = Window, SegmentsPerWindow = 5, QueueLimit = 0 }));

        public Guid Source(HttpContext http, Guid waveId)
        {
            byte[] network = SourceAddress.Network(http);
            Span<byte> both = stackalloc byte[16 + network.Length], digest = stackalloc byte[32];
            waveId.TryWriteBytes(both);
            network.CopyTo(both[16..]);
            HMACSHA256.HashData(key, both, digest);
            return new Guid(digest[..16]);
        }

        public void Forget() => CryptographicOperations.ZeroMemory(key);
    }
}
