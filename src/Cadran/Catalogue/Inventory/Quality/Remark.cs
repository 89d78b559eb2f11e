namespace Cadran.Catalogue;

/// <summary>What a quality rule says about something, whether it comes from a file or from the catalogue.</summary>
/// <param name="Code">The rule, see <see cref="InventoryParts.Rule"/>.</param>
/// <param name="Field">Column of the inventory.</param>
/// <param name="Args">For the placeholders of the rule's message.</param>
public sealed record Remark(string Code, string Field, IReadOnlyList<string> Args);
