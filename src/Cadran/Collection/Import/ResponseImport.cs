using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>A file brought into a wave: uploaded, mapped, checked, committed, and perhaps taken back as a whole.</summary>
public sealed class ResponseImport : IVersioned
{
    public const int FileNameMaxLength = 120;
    public const int ReasonMaxLength = 500;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid WaveId { get; init; }

    /// <summary>For people only: the file is stored under a name of ours.</summary>
    public required string FileName { get; init; }
    public required string FileHash { get; init; }
    public required long Bytes { get; init; }
    public required string By { get; init; }
    public required DateTime UploadedAtUtc { get; init; }
    public ImportMap Map { get; private set; } = new();

    /// <summary>What the last check or the import found.</summary>
    public ImportReport? Report { get; private set; }
    public DateTime? CommittedAtUtc { get; private set; }
    public DateTime? UndoneAtUtc { get; private set; }

    /// <summary>Who took it back, and why; null where it stands, or was taken back before both were asked.</summary>
    public string? UndoneBy { get; private set; }
    public string? UndoneReason { get; private set; }

    /// <summary>Responses added by the commit.</summary>
    public long Added { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Bad rows that the commit left out.</summary>
    public long LeftOut => CommittedAtUtc is null ? 0 : Report?.Bad ?? 0;

    public void Remap(ImportMap map)
    {
        RequireOpen();
        (Map, Report) = (map, null);
    }

    public void Checked(ImportReport report)
    {
        RequireOpen();
        Report = report;
    }

    public void Commit(ImportReport report, Moment now)
    {
        RequireOpen();
        (Report, Added, CommittedAtUtc) = (report, report.Added, now.AtUtc);
    }

    public void RequireOpen()
    {
        if (CommittedAtUtc is not null) throw new RuleViolationException("import.committed", "This file has been imported already.");
    }

    /// <summary>Takes the answers back. What was found from them may rest on them: whoever reads it later is told why.</summary>
    public void Undo(string reason, Actor by, Moment now)
    {
        if (CommittedAtUtc is null || UndoneAtUtc is not null)
            throw new RuleViolationException("import.not-committed", "There is nothing of this import to take back.");
        UndoneReason = TextLimits.Required(reason, ReasonMaxLength, "Reason");
        (UndoneBy, UndoneAtUtc) = (by.Name, now.AtUtc);
    }
}

internal sealed class ResponseImportMapping : IEntityTypeConfiguration<ResponseImport>
{
    public void Configure(EntityTypeBuilder<ResponseImport> entity)
    {
        entity.Property(i => i.FileName).HasMaxLength(ResponseImport.FileNameMaxLength);
        entity.Property(i => i.FileHash).HasMaxLength(64);
        entity.Property(i => i.By).HasMaxLength(200);
        entity.Property(i => i.UndoneBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(i => i.UndoneReason).HasMaxLength(ResponseImport.ReasonMaxLength);
        entity.Versioned();
        entity.Json(i => i.Map);
        entity.Json(i => i.Report);
        // It quotes cells, which are people's answers.
        entity.Property(i => i.Report).NotAudited();
        entity.HasOne<Wave>().WithMany().HasForeignKey(i => i.WaveId);
    }
}
