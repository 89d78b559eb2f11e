namespace Cadran.Collection;

/// <summary>A way to reach somebody.</summary>
public enum ContactKind { Email, Phone, Post }
