using System.Security.Cryptography;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// What was said when a wave had closed: how many answers were counted, and the root of the list of their receipts. It never changes; a
/// wave that was open again has another edition.
/// </summary>
public sealed class PublishedCount
{
    private PublishedCount() { }

    public Guid WaveId { get; private init; }

    /// <summary>1, 2, … of a wave.</summary>
    public int Edition { get; private init; }

    /// <summary>Receipts in the list, those of earlier editions among them.</summary>
    public long Receipts { get; private init; }

    /// <summary>
    /// Answers that people sent through the pages of this program. More than <see cref="Receipts"/> where some were given before there
    /// was a list, or lost their keys with a backup that was put back.
    /// </summary>
    public long Online { get; private init; }

    /// <summary>All answers by channel, those of files among them.</summary>
    public IReadOnlyList<ChannelCount> Channels { get; private init; } = [];

    /// <summary><see cref="ReceiptTree.Root"/> of the sorted list: 64 hexadecimal digits.</summary>
    public string Root { get; private init; } = "";

    public DateTime PublishedAtUtc { get; private init; }

    /// <param name="fingerprints">All receipts of the wave, sorted.</param>
    public static PublishedCount Of(Guid waveId, int edition, IReadOnlyList<string> fingerprints, long online,
        IReadOnlyList<ChannelCount> channels, Moment now) => new()
        {
            WaveId = waveId,
            Edition = edition,
            Receipts = fingerprints.Count,
            Online = online,
            Channels = channels,
            Root = RootOf(fingerprints),
            PublishedAtUtc = now.AtUtc,
        };

    /// <param name="fingerprints">Sorted.</param>
    public static string RootOf(IEnumerable<string> fingerprints) =>
        Convert.ToHexStringLower(ReceiptTree.Root(fingerprints.Select(Convert.FromHexString)));
}

internal sealed class PublishedCountMapping : IEntityTypeConfiguration<PublishedCount>
{
    public void Configure(EntityTypeBuilder<PublishedCount> entity)
    {
        entity.HasKey(c => new { c.WaveId, c.Edition });
        entity.Property(c => c.Root).HasMaxLength(2 * SHA256.HashSizeInBytes);
        entity.Json(c => c.Channels);
        entity.HasOne<Wave>().WithMany().HasForeignKey(c => c.WaveId);
    }
}
