namespace Cadran.Improvement;

/// <summary>Somebody with an account who may answer for an action.</summary>
public sealed record ActionOwner(Guid Id, string Name);
