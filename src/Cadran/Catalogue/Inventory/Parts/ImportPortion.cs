using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Catalogue;

/// <summary>
/// Some services of an import, to which each part in turn applies its rows: written into tracked entities, so that whether something
/// changed is the change tracker's knowledge, and a preview and the import itself cannot disagree.
/// </summary>
/// <param name="keys">Keys of the services' numbers.</param>
internal sealed class ImportPortion(CadranDb db, Owners owners, Findings findings, ImportDays days, IReadOnlyList<string> keys)
{
    private readonly List<(InventoryPart Part, InventoryRow Row, Guid Thing, IReadOnlyList<object> Touched)> accepted = [];

    public CadranDb Db => db;
    public Owners Owners => owners;
    public ImportDays Days => days;
    public IReadOnlyList<string> Keys => keys;

    /// <summary>The portion's services that exist, or will by this import, by key.</summary>
    public Dictionary<string, Service> Services { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows of that kind accepted so far, with the part they are of.</summary>
    public IEnumerable<(InventoryPart Part, TRow Row)> Accepted<TRow>() where TRow : InventoryRow =>
        from one in accepted let row = one.Row as TRow where row is not null select (one.Part, row);

    /// <param name="thing">What the row is about.</param>
    /// <param name="touched">Every entity the row could have changed: if it made them all, or the first of them, it is new.</param>
    public void Accept(InventoryPart part, InventoryRow row, Guid thing, IReadOnlyList<object> touched) =>
        accepted.Add((part, row, thing, touched));

    public void Find(InventoryPart part, InventoryRow row, Remark remark) => findings.Add(part, row, remark);

    public void Find(InventoryPart part, InventoryRow row, string code, string field, params string[] args) =>
        Find(part, row, new Remark(code, field, args));

    /// <summary>Tells when a number is written otherwise than where it was met first.</summary>
    public void FindWriting(InventoryPart part, InventoryRow row, string column, string written, string first)
    {
        if (written != first) Find(part, row, "number-written-otherwise", column, written, first);
    }

    /// <summary>Asks the change tracker what became of each accepted row.</summary>
    public void CountInto(AcceptedRows rows)
    {
        foreach ((InventoryPart part, _, Guid thing, IReadOnlyList<object> touched) in accepted) rows.Add(part, thing, StateOf(touched));
    }

    // A row of an older year without volumes touches nothing.
    private RowState StateOf(IReadOnlyList<object> touched)
    {
        List<EntityState> states = [.. touched.Select(State)];
        return states.TrueForAll(s => s == EntityState.Unchanged) ? RowState.Unchanged
            : states[0] == EntityState.Added || states.TrueForAll(s => s == EntityState.Added) ? RowState.New
            : RowState.Changed;
    }

    // Of this entity alone: the tracker holds all portions, and looking through them for each would take ever longer.
    private EntityState State(object touched)
    {
        var entry = db.Entry(touched);
        entry.DetectChanges();
        return entry.State;
    }
}
