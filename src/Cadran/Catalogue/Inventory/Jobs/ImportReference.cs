namespace Cadran.Catalogue;

/// <summary>Outcome of both jobs: which import tells what was found and done.</summary>
public sealed record ImportReference(Guid ImportId);
