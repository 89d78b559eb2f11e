using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>A list of clients brought into a frame: sent, mapped and checked, imported.</summary>
public sealed class FrameImport : IVersioned
{
    private FrameImport() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid FrameId { get; private init; }
    public string FileName { get; private init; } = "";
    public string By { get; private init; } = "";
    public DateTime SentAtUtc { get; private init; }
    public FrameMap Map { get; private set; } = FrameMap.Empty;

    /// <summary>What the last check or the import found; null before the first.</summary>
    public FrameReport? Report { get; private set; }
    public DateTime? CommittedAtUtc { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    public static FrameImport Send(Guid frameId, string fileName, Actor by, Moment now) => new()
    {
        FrameId = frameId,
        FileName = ImportResponses.DisplayName(fileName),
        By = by.Name,
        SentAtUtc = now.AtUtc,
    };

    /// <summary>How it will most likely be read.</summary>
    public void Expect(FrameMap map)
    {
        RequireOpen();
        (Map, Report) = (map, null);
    }

    public void Checked(FrameMap map, FrameReport report)
    {
        RequireOpen();
        (Map, Report) = (map, report);
    }

    public void Commit(FrameReport report, Moment now)
    {
        RequireOpen();
        (Report, CommittedAtUtc) = (report, now.AtUtc);
    }

    public void RequireOpen()
    {
        if (CommittedAtUtc is not null) throw new RuleViolationException("frame.imported", "This list has been imported already.");
    }
}

internal sealed class FrameImportMapping : IEntityTypeConfiguration<FrameImport>
{
    public void Configure(EntityTypeBuilder<FrameImport> entity)
    {
        entity.Property(i => i.FileName).HasMaxLength(ResponseImport.FileNameMaxLength);
        entity.Property(i => i.By).HasMaxLength(Actor.NameMaxLength);
        entity.Json(i => i.Map);
        entity.Json(i => i.Report);
        entity.Versioned();
        entity.HasOne<Frame>().WithMany().HasForeignKey(i => i.FrameId).OnDelete(DeleteBehavior.Cascade);
    }
}
