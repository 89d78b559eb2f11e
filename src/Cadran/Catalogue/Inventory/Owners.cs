using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Catalogue;

/// <summary>
/// The organisations of an import: those that exist below the importing one, and those it will create there. An organisation elsewhere in
/// the tree is nobody's to import for, and what it owns stays its own.
/// </summary>
internal sealed class Owners
{
    private readonly Dictionary<string, Guid> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> derived = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> codes = [];
    private readonly HashSet<Guid> tree;
    private readonly Guid importing;
    private IReadOnlyList<string>? languages;

    private Owners(Guid importing, IEnumerable<Guid> below) => (this.importing, tree) = (importing, [.. below]);

    public List<Organisation> Created { get; } = [];

    public static async Task<Owners> LoadAsync(CadranDb db, Guid importing, CancellationToken ct)
    {
        var all = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Code, o.ParentId, o.Name, o.Languages }).ToListAsync(ct);
        var owners = new Owners(importing, new OrganisationTree(all.Select(o => (o.Id, o.ParentId))).From(importing));
        foreach (var organisation in all)
        {
            owners.known[organisation.Code] = organisation.Id;
            if (organisation.Id == importing) owners.languages = organisation.Languages;
            owners.codes[organisation.Id] = organisation.Code;
            if (!owners.tree.Contains(organisation.Id)) continue;
            foreach (string name in LocalText.Languages.Select(organisation.Name.Exactly).Where(name => name.Length > 0))
                owners.derived.TryAdd(InventoryLayout.CodeOf(name), organisation.Id);
        }
        return owners;
    }

    /// <summary>The organisation with that code, created below the importing one when new; null when it is elsewhere in the tree.</summary>
    public Guid? Find(string code, LocalText name)
    {
        // A file that only names its departments means the organisation of that name, whatever its code.
        if (known.TryGetValue(code, out Guid id) || derived.TryGetValue(code, out id)) return tree.Contains(id) ? id : null;
        Organisation organisation = Organisation.Create(code, name, importing, languages);
        Created.Add(organisation);
        tree.Add(organisation.Id);
        (known[code], codes[organisation.Id]) = (organisation.Id, code);
        return organisation.Id;
    }

    public bool Holds(Guid organisationId) => tree.Contains(organisationId);

    /// <summary>Code of an organisation, or three dots for one outside the tree: an importer learns nothing about others.</summary>
    public string CodeOf(Guid organisationId) => tree.Contains(organisationId) ? codes[organisationId] : "…";
}
