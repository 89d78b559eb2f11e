namespace Cadran.Catalogue;

/// <summary>Counts accepted rows by part and state; what was read and not accepted was rejected.</summary>
internal sealed class AcceptedRows
{
    private readonly Dictionary<(InventoryPart, RowState), int> rows = [];
    private readonly HashSet<(InventoryPart Part, Guid Thing)> things = [];

    public void Add(InventoryPart part, Guid thing, RowState state)
    {
        rows[(part, state)] = rows.GetValueOrDefault((part, state)) + 1;
        things.Add((part, thing));
    }

    public FileOutcome Outcome(ReadFile file)
    {
        int added = Of(RowState.New), changed = Of(RowState.Changed), unchanged = Of(RowState.Unchanged);
        return new FileOutcome(file.Part.Name, file.Name, file.Rows, things.Count(t => t.Part == file.Part),
            added, changed, unchanged, file.Rows - added - changed - unchanged, file.FiscalYear);

        int Of(RowState state) => rows.GetValueOrDefault((file.Part, state));
    }
}
