using System.Xml.Linq;
using Cadran.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cadran.Tests.Architecture.Code;

/// <summary>Sources with their symbols: one compilation a project, each referring to those before it.</summary>
internal sealed class CodeBase
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;";

    private static readonly Lazy<CodeBase> product = new(() => new(ProjectsInOrder().Select(name => (name, BuiltSources.Read(name)))));

    // Everything the tests run with: the framework, the packages, and not our own libraries, which are compiled here.
    private static readonly Lazy<IReadOnlyList<MetadataReference>> libraries = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("Cadran", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ]);

    private CodeBase(IEnumerable<(string Name, IEnumerable<SyntaxTree> Sources)> projects)
    {
        List<CSharpCompilation> compiled = [];
        foreach ((string name, IEnumerable<SyntaxTree> sources) in projects)
        {
            IEnumerable<MetadataReference> before = compiled.Select(p => p.ToMetadataReference());
            compiled.Add(CSharpCompilation.Create(name, sources, [.. libraries.Value, .. before], Options(name)));
        }
        Projects = compiled;
        Files =
        [
            .. from project in compiled
               from tree in project.SyntaxTrees
               where !tree.FilePath.Contains("/obj/", StringComparison.Ordinal)
               select project.GetSemanticModel(tree),
        ];
    }

    /// <summary>What is under src, made once for all tests of a run.</summary>
    public static CodeBase Product => product.Value;

    public IReadOnlyList<CSharpCompilation> Projects { get; }

    /// <summary>Every file that somebody wrote, views among them; asking the same model again costs little.</summary>
    public IReadOnlyList<SemanticModel> Files { get; }

    /// <summary>Every type of every project, also those inside others.</summary>
    public IEnumerable<INamedTypeSymbol> Types => Projects.SelectMany(project => Within(project.Assembly.GlobalNamespace));

    /// <summary>A test's own sources, to prove that a rule sees what it forbids. A path begins with the name of a project.</summary>
    public static CodeBase Of(params (string Path, string Text)[] files) =>
        new(from file in files
            group CSharpSyntaxTree.ParseText(file.Text, path: file.Path) by file.Path.Split('/')[0] into project
            select (project.Key, project.Prepend(CSharpSyntaxTree.ParseText(Usings))));

    private static CSharpCompilationOptions Options(string project) => new(
        project == "Cadran.Web" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    private static IEnumerable<INamedTypeSymbol> Within(INamespaceOrTypeSymbol place) =>
        place.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(Within).Concat(place is INamedTypeSymbol type ? [type] : []);

    private static List<string> ProjectsInOrder()
    {
        List<string> order = [];
        foreach (string file in Sources.Files(Path.Combine(Sources.Root, "src"), "*.csproj").Order(StringComparer.Ordinal)) Visit(file);
        return order;

        void Visit(string file)
        {
            foreach (string used in Uses(file)) Visit(used);
            string name = Path.GetFileNameWithoutExtension(file);
            if (!order.Contains(name)) order.Add(name);
        }
    }

    private static IEnumerable<string> Uses(string project)
    {
        string folder = Path.GetDirectoryName(project)!;
        return XDocument.Load(project).Descendants("ProjectReference").Select(used => (string)used.Attribute("Include")!)
            .Select(path => Path.GetFullPath(Path.Combine(folder, path.Replace('\\', '/'))));
    }
}
