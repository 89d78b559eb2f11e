using Cadran.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cadran.Tests.Architecture.Code;

/// <summary>A test file. It is parsed, not compiled: what a test says is asked, not what it means.</summary>
/// <param name="Folder">First folder inside its project, which is the module it is about.</param>
internal sealed record TestSource(string Folder, SyntaxNode Root)
{
    private static readonly Lazy<IReadOnlyList<TestSource>> all = new(() => [.. Read()]);

    public static IReadOnlyList<TestSource> All => all.Value;

    /// <summary>Every text in quotation marks, whatever the marks; pieces joined by plus signs are also one text.</summary>
    public IEnumerable<string> Texts() => Root.DescendantNodes().SelectMany(node => node switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => [text],
        InterpolatedStringTextSyntax text => [text.TextToken.ValueText],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when Joined(sum) is { } text => [text],
        _ => Array.Empty<string>(),
    });

    private static string? Joined(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum
            when Joined(sum.Left) is { } left && Joined(sum.Right) is { } right => left + right,
        _ => null,
    };

    private static ParallelQuery<TestSource> Read() =>
        from file in Sources.Files(Path.Combine(Sources.Root, "tests"), "*.cs").AsParallel().AsOrdered()
        let parts = Path.GetRelativePath(Path.Combine(Sources.Root, "tests"), file).Split(Path.DirectorySeparatorChar)
        where parts is not [_, "Architecture", ..]
        select new TestSource(parts.Length > 2 ? parts[1] : "", CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot());
}
