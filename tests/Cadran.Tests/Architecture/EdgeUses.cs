using Cadran.Tests.Architecture.Code;
using Microsoft.CodeAnalysis;

namespace Cadran.Tests.Architecture;

/// <summary>A file of one folder that uses something declared in another.</summary>
/// <param name="To">Every folder that declares it: more than one for a class in parts.</param>
internal sealed record EdgeUse(string From, IReadOnlyList<string> To, string What, string Place)
{
    public override string ToString() => $"{From} must not use {string.Join('/', To)}: {What} ({Place})";
}

/// <summary>
/// Finds who uses what by the symbols the compiler sees: a full name, a name relative to the namespace, an alias, a static import and a
/// member reached through something else are all the same use. A member of a class in parts belongs to the folder of its part.
/// </summary>
internal static class EdgeUses
{
    /// <param name="asked">Folders whose files are looked at.</param>
    /// <param name="allowed">Whether a folder may use what one of the others declares.</param>
    public static IEnumerable<EdgeUse> Between(
        CodeBase code, string project, Func<string, bool> asked, Func<string, IReadOnlyList<string>, bool> allowed) =>
        from file in code.Files.AsParallel().AsOrdered()
        let folder = Place.Folder(project, file.SyntaxTree.FilePath)
        where asked(folder)
        from use in SymbolUse.In(file)
        let declared = Folders(project, use.Symbol)
        where declared.Count > 0 && !declared.Contains(folder) && !allowed(folder, declared)
        let what = use.Symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)
        select new EdgeUse(folder, declared, what, Place.Of(use.Node));

    private static List<string> Folders(string project, ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        // A member that the compiler adds, like the constructor nobody wrote, stands with its type.
        if (symbol.DeclaringSyntaxReferences.IsEmpty && symbol.ContainingType is { } type) symbol = type;
        var folders = symbol.DeclaringSyntaxReferences.Select(part => Place.Folder(project, part.SyntaxTree.FilePath));
        return [.. folders.Where(folder => folder is not ("" or "obj")).Distinct()];
    }
}
