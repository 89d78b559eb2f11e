namespace Cadran.Catalogue;

internal enum RowState { New, Changed, Unchanged }

/// <summary>Counts accepted rows by file and state; what was read and not accepted was rejected.</summary>
internal sealed class Tally
{
    private readonly Dictionary<(InventoryFile, RowState), int> rows = [];
    private readonly Dictionary<InventoryFile, HashSet<Guid>> things = new() { [InventoryFile.Services] = [], [InventoryFile.Standards] = [] };

    public void Add(InventoryFile kind, Guid thing, RowState state)
    {
        rows[(kind, state)] = rows.GetValueOrDefault((kind, state)) + 1;
        things[kind].Add(thing);
    }

    public FileOutcome Outcome(InventoryFile kind, string name, int read)
    {
        int added = Of(RowState.New), changed = Of(RowState.Changed), unchanged = Of(RowState.Unchanged);
        return new FileOutcome(kind, name, read, things[kind].Count, added, changed, unchanged, read - added - changed - unchanged);

        int Of(RowState state) => rows.GetValueOrDefault((kind, state));
    }
}
