namespace Cadran.Insight;

/// <summary>How an item, a driver or the overall rating moved between two waves.</summary>
/// <param name="Name">Its words in the later wave.</param>
/// <param name="From">Its figures in the earlier wave.</param>
/// <param name="Change">The tested difference of scores, later minus earlier.</param>
public sealed record ItemChange(LocalText Name, ItemKind Kind, ItemResult From, ItemResult To, ChangeResult Change);
