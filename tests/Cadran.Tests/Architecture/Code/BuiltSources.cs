using System.Reflection.Metadata;
using System.IO.Compression;
using System.Text;
using Cadran.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cadran.Tests.Architecture.Code;

/// <summary>
/// The sources a library was built from. Its symbol file names each of them and holds the text of those that were generated (views, JSON,
/// regular expressions), so that no generator has to run again and nothing is read that the build did not read.
/// </summary>
internal static class BuiltSources
{
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
    private static readonly CSharpParseOptions Options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None)
        .WithFeatures([new("run-nullable-analysis", "never")]);

    /// <summary>Parsed sources. A path begins with the name of the project; a view's class goes under the path of its view.</summary>
    public static IEnumerable<SyntaxTree> Read(string project)
    {
        string symbols = Path.Combine(AppContext.BaseDirectory, project + ".pdb");
        using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(symbols));
        MetadataReader reader = provider.GetMetadataReader();
        List<(string Path, SourceText Text)> sources = [];
        foreach (DocumentHandle handle in reader.Documents)
        {
            string path = InProject(project, reader.GetString(reader.GetDocument(handle).Name));
            if (path.EndsWith(".cs", StringComparison.Ordinal)) sources.Add((path, Embedded(reader, handle) ?? OnDisk(path)));
        }
        return sources.AsParallel().AsOrdered().Select(source => Parse(project, source.Path, source.Text));
    }

    private static SyntaxTree Parse(string project, string path, SourceText text)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, Options, path);
        var view = (PragmaChecksumDirectiveTriviaSyntax?)tree.GetRoot().GetFirstDirective(d => d is PragmaChecksumDirectiveTriviaSyntax);
        return view is null ? tree : tree.WithFilePath(InProject(project, view.File.ValueText));
    }

    private static SourceText OnDisk(string path)
    {
        using FileStream file = File.OpenRead(Path.Combine(Sources.Root, "src", path));
        return SourceText.From(file, Encoding.UTF8);
    }

    // Four bytes say how long the text is once inflated; zero means that it was not deflated.
    private static SourceText? Embedded(MetadataReader reader, DocumentHandle handle)
    {
        foreach (CustomDebugInformationHandle about in reader.GetCustomDebugInformation(handle))
        {
            CustomDebugInformation information = reader.GetCustomDebugInformation(about);
            if (reader.GetGuid(information.Kind) != EmbeddedSource) continue;
            byte[] blob = reader.GetBlobBytes(information.Value);
            var bytes = new MemoryStream(blob, 4, blob.Length - 4);
            using Stream text = BitConverter.ToInt32(blob) == 0 ? bytes : new DeflateStream(bytes, CompressionMode.Decompress);
            using var plain = new MemoryStream();
            text.CopyTo(plain);
            return SourceText.From(plain, Encoding.UTF8);
        }
        return null;
    }

    // Absolute where it was built, or mapped to nowhere by a deterministic build.
    private static string InProject(string project, string path)
    {
        path = path.Replace('\\', '/');
        int at = path.LastIndexOf($"/src/{project}/", StringComparison.Ordinal);
        return at < 0 ? path : path[(at + "/src/".Length)..];
    }
}
