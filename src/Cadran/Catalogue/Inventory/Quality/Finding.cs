using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Catalogue;

/// <summary>Something a quality rule has to say about one row of an import. It says it; it never repairs it.</summary>
public sealed class Finding
{
    private Finding() { }

    public Guid ImportId { get; private set; }

    /// <summary>Place among the findings of its import, from 1: the gravest first, then by file and row.</summary>
    public int Number { get; private set; }

    /// <summary>The rule, see <see cref="InventoryParts.Rule"/>.</summary>
    public string Code { get; private init; } = "";
    public Severity Severity { get; private init; }

    /// <summary>The part of the inventory whose file it was found in, by its name.</summary>
    public string File { get; private init; } = "";

    /// <summary>As a spreadsheet numbers it.</summary>
    public long Row { get; private init; }

    /// <summary>Physical line on which the row starts.</summary>
    public long Line { get; private init; }

    /// <summary>Number of the service, or of the service and what else the row is about.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>Column of the inventory.</summary>
    public string Field { get; private init; } = "";

    /// <summary>For the placeholders of the rule's message.</summary>
    public IReadOnlyList<string> Args { get; private init; } = [];

    internal static Finding Of(QualityRule rule, string file, long row, long line, string subject, Remark remark) => new()
    {
        Code = rule.Code,
        Severity = rule.Severity,
        File = file,
        Row = row,
        Line = line,
        Subject = subject,
        Field = remark.Field,
        Args = remark.Args,
    };

    internal Finding PlaceIn(Guid importId, int number)
    {
        (ImportId, Number) = (importId, number);
        return this;
    }
}

internal sealed class FindingMapping : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> entity)
    {
        entity.ToTable("CatalogueFindings");
        // What was found is told by its import; nobody changes it.
        entity.NotAudited();
        entity.HasKey(f => new { f.ImportId, f.Number });
        entity.Property(f => f.Number).ValueGeneratedNever();
        entity.Property(f => f.Code).HasMaxLength(60);
        entity.Property(f => f.File).HasMaxLength(40);
        entity.Json(f => f.Args);
    }
}
