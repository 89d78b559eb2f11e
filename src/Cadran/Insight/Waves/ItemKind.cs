namespace Cadran.Insight;

/// <summary>What a change is a change of.</summary>
public enum ItemKind { Overall, Driver, Item }
