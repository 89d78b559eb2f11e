namespace Cadran.Insight;

public enum ItemKind { Overall, Driver, Item }
