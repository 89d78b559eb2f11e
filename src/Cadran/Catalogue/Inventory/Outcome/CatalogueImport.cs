using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Catalogue;

/// <summary>What an import found and did, or would do: by whom and when, rows by file, findings one by one.</summary>
public sealed class CatalogueImport
{
    /// <summary>Findings kept one by one; the counts know all. A file that has more is not read row by row by anybody.</summary>
    public const int MostFindings = 20_000;

    private CatalogueImport() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private init; }
    public string By { get; private init; } = "";
    public DateTime AtUtc { get; private init; }

    /// <summary>False for a preview, and for files that cannot be read.</summary>
    public bool Committed { get; private init; }
    public int NewOrganisations { get; private init; }
    public IReadOnlyList<FileOutcome> Files { get; private init; } = [];

    /// <summary>Rule → how often.</summary>
    public IReadOnlyDictionary<string, int> FindingCounts { get; private init; } = new Dictionary<string, int>();

    /// <summary>The file that stopped it; null when all were read.</summary>
    public UnreadableFile? Unreadable { get; private init; }

    /// <summary>The first ones, the gravest first.</summary>
    public List<Finding> Findings { get; } = [];

    public int Changes => NewOrganisations + Files.Sum(f => f.New + f.Changed);

    internal static CatalogueImport Stopped(ImportOrder order, Actor by, DateTime atUtc, UnreadableFile file) =>
        new() { OrganisationId = order.OrganisationId, By = by.Name, AtUtc = atUtc, Unreadable = file };

    internal static CatalogueImport Of(ImportOrder order, Actor by, DateTime atUtc, bool committed,
        IReadOnlyList<FileOutcome> files, int organisations, List<Finding> findings)
    {
        var import = new CatalogueImport
        {
            OrganisationId = order.OrganisationId,
            By = by.Name,
            AtUtc = atUtc,
            Committed = committed,
            Files = files,
            NewOrganisations = organisations,
            FindingCounts = findings.CountBy(f => f.Code).ToDictionary(),
        };
        import.Findings.AddRange(findings.Take(MostFindings).Select((f, i) => f.PlaceIn(import.Id, i + 1)));
        return import;
    }
}

internal sealed class CatalogueImportMapping : IEntityTypeConfiguration<CatalogueImport>
{
    public void Configure(EntityTypeBuilder<CatalogueImport> entity)
    {
        // What an import changed is told by what it saved.
        entity.NotAudited();
        entity.Json(i => i.Files);
        entity.Json(i => i.FindingCounts);
        entity.Json(i => i.Unreadable);
        entity.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        entity.HasMany(i => i.Findings).WithOne().HasForeignKey(f => f.ImportId);
    }
}
