using Cadran.Tests.Architecture.Code;
using Cadran.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Cadran.Tests.Architecture;

/// <summary>What the other tests here read is all there is: a symbol the compiler misses would hide what uses it.</summary>
[Trait("Database", "any")]
public sealed class CompilationTests
{
    [Fact]
    public void EveryProject_IsRead() =>
        Assert.Equal(Edges.Projects.Keys.Order(), CodeBase.Product.Projects.Select(p => p.AssemblyName!).Order());

    [Fact]
    public void Declarations_AreAllUnderstood() =>
        Assert.Empty(
            from project in CodeBase.Product.Projects
            from diagnostic in project.GetDeclarationDiagnostics()
            where diagnostic.Severity == DiagnosticSeverity.Error
            select diagnostic);

    [Fact]
    public void Statements_AreAllUnderstood() =>
        Assert.Empty(ValueIndex.Product.Unbound.Select(operation => $"{Place.Of(operation.Syntax)}: {operation.Syntax}"));

    [Fact]
    public void Views_AreReadAsCode() =>
        Assert.Equal(
            Sources.Files(Sources.Web, "*.cshtml").Count(),
            CodeBase.Product.Files.Count(file => file.SyntaxTree.FilePath.EndsWith(".cshtml", StringComparison.Ordinal)));

    [Fact]
    public void WhatCannotBeUnderstood_IsReported()
    {
        var code = CodeBase.Of(("Cadran/People/Access.cs", "class Access { object Made() => Missing.Made(1); }"));
        Assert.NotEmpty(new ValueIndex(code).Unbound);
    }
}
