using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cadran.Tests.Architecture.Code;

/// <summary>A place in a file that names or calls something.</summary>
internal sealed record SymbolUse(string File, ISymbol Symbol, SyntaxNode Node)
{
    public static IEnumerable<SymbolUse> In(SemanticModel file) =>
        from node in file.SyntaxTree.GetRoot().DescendantNodes()
        where node is ExpressionSyntax or ConstructorInitializerSyntax
        let symbol = file.GetSymbolInfo(node).Symbol
        where symbol is INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol
        select new SymbolUse(file.SyntaxTree.FilePath, symbol, node);
}
