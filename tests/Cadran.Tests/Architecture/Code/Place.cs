using Microsoft.CodeAnalysis;

namespace Cadran.Tests.Architecture.Code;

/// <summary>Where something stands, for a person who has to find it.</summary>
internal static class Place
{
    /// <summary>File and line. A view's line is known only where its author wrote the code; elsewhere its file alone.</summary>
    public static string Of(SyntaxNode node)
    {
        string file = node.SyntaxTree.FilePath;
        FileLinePositionSpan span = node.GetLocation().GetMappedLineSpan();
        return span.HasMappedPath || file.EndsWith(".cs", StringComparison.Ordinal) ? $"{file}:{span.StartLinePosition.Line + 1}" : file;
    }

    /// <summary>The folder of a project in which a file lies; empty for a file of another project or of no folder.</summary>
    public static string Folder(string project, string file)
    {
        string[] parts = file.Split('/');
        return parts.Length > 2 && parts[0] == project ? parts[1] : "";
    }
}
