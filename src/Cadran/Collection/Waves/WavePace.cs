using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// How fast answers come to an open wave: their number at the last look, the most that ever came between two looks, and the last time when
/// that was far surpassed. Numbers only: of which answers they are nothing is known.
/// </summary>
public sealed class WavePace
{
    /// <summary>Fewer between two looks are never a burst, and a burst is so many times the most that came before.</summary>
    public const int Fewest = 20, Times = 3;

    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    // A clock that ticks is never exact, and after a pause there is nothing to compare with.
    private static readonly TimeSpan Shortest = Interval * 0.8, Longest = Interval * 1.5;

    private WavePace() { }

    public Guid WaveId { get; private init; }

    /// <summary>Two processes may look at once: the first counts.</summary>
    public DateTime LookedAtUtc { get; private set; }
    public long Answers { get; private set; }

    /// <summary>The most that came between two looks.</summary>
    public long Most { get; private set; }

    /// <summary>How many came in the last burst, and when it was seen.</summary>
    public long? Burst { get; private set; }
    public DateTime? BurstAtUtc { get; private set; }

    /// <param name="answers">Answers that have come through the link so far.</param>
    public static WavePace Begin(Guid waveId, long answers, DateTime nowUtc) =>
        new() { WaveId = waveId, Answers = answers, LookedAtUtc = nowUtc };

    /// <summary>Looks again.</summary>
    /// <returns>False when somebody has just looked.</returns>
    public bool Look(long answers, DateTime nowUtc)
    {
        TimeSpan since = nowUtc - LookedAtUtc;
        if (since < Shortest) return false;
        long came = answers - Answers;
        (Answers, LookedAtUtc) = (answers, nowUtc);
        if (since > Longest) return true;
        if (came >= Fewest && came > Times * Most) (Burst, BurstAtUtc) = (came, nowUtc);
        Most = Math.Max(Most, came);
        return true;
    }
}

internal sealed class WavePaceMapping : IEntityTypeConfiguration<WavePace>
{
    public void Configure(EntityTypeBuilder<WavePace> entity)
    {
        // Counted from what is there; nobody changes it.
        entity.NotAudited();
        entity.HasKey(p => p.WaveId);
        entity.Property(p => p.LookedAtUtc).IsConcurrencyToken();
        entity.HasOne<Wave>().WithMany().HasForeignKey(p => p.WaveId);
    }
}
