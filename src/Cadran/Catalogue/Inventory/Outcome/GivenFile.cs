namespace Cadran.Catalogue;

/// <summary>A file given to the import, under the name its owner knows it by.</summary>
public sealed record GivenFile(string Path, string Name);
