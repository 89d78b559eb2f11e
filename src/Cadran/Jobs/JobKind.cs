namespace Cadran.Jobs;

/// <summary>Which class does which kind of work.</summary>
public sealed record JobKind(string Kind, Type Work);
