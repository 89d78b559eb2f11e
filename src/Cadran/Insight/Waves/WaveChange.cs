namespace Cadran.Insight;

/// <summary>Two waves of one service compared on what both asked.</summary>
/// <param name="Items">Overall first, then drivers, then items. Empty when the questionnaires share nothing.</param>
/// <param name="SharedClusters">True when offices (clusters) are in both waves, so that the error of a
/// change counts their covariance.</param>
public sealed record WaveChange(Guid FromId, Guid ToId, IReadOnlyList<ItemChange> Items, bool SharedClusters)
{
    public ItemChange? Overall => Items.FirstOrDefault(i => i.Kind == ItemKind.Overall);

    /// <summary>How many changes are tested beside the planned one: the family that q is adjusted for.</summary>
    public int Adjusted => Items.Count(i => i.Kind != ItemKind.Overall);

    public ItemChange? Find(string code) => Items.FirstOrDefault(i => i.Change.Code == code);
}
