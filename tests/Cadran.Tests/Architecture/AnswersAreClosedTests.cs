using System.Reflection;
using Cadran.Collection;
using Cadran.Storage;
using Cadran.Tests.Architecture.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Cadran.Tests.Architecture;

/// <summary>Answers are read by the module that keeps them and by the disclosure policy; everybody else gets published numbers.</summary>
[Trait("Database", "any")]
public sealed class AnswersAreClosedTests
{
    /// <summary>What answers can be read from.</summary>
    private static readonly string[] Answers =
    [
        "ResponseTable", "ResponseTables", "CountedTables", "ResponseBlock", "ResponseColumns",
        "WaveCopies", "WaveCopyPart", "CopiedColumn", "CopiedTable",
        "AnalysisData", "AnalysisItem", "Publications",
    ];
    private static readonly string[] MayRead = ["Cadran/Collection/", "Cadran/Insight/"];

    [Fact]
    public void Answers_AreReadInTwoModulesOnly() => Assert.Empty(Readers(ValueIndex.Product));

    [Theory]
    [InlineData("class Page { int Rows(Cadran.Collection.ResponseTable table) => table.Rows; }")]
    [InlineData("class Page { object Of(Microsoft.EntityFrameworkCore.DbContext db) => db.Set<Cadran.Collection.Response>(); }")]
    [InlineData("class Page { string Of(Cadran.Collection.Response response) => response.AnswersJson; }")]
    [InlineData("using System.Linq; class Page { object Of(System.Collections.Generic.List<Cadran.Collection.Response> some) => " +
        "some.Select(r => r.AnswersJson); }")]
    [InlineData("using System.Linq; class Page { object Of(IQueryable<Cadran.Collection.Response> stored) => stored.Count(); }")]
    public void AReaderElsewhere_IsSeen(string source) => Assert.NotEmpty(Readers(new(CodeBase.Of(
        ("Cadran/Collection/Response.cs",
            "namespace Cadran.Collection; public class Response { public string AnswersJson { get; set; } = \"\"; }"),
        ("Cadran/Collection/ResponseTable.cs", "namespace Cadran.Collection; public class ResponseTable { public int Rows => 0; }"),
        ("Cadran/Reporting/Page.cs", source)))));

    [Fact]
    public void AWriterElsewhere_Passes() => Assert.Empty(Readers(new(CodeBase.Of(
        ("Cadran/Collection/Response.cs",
            "namespace Cadran.Collection; public class Response { public string AnswersJson { get; set; } = \"\"; }"),
        ("Cadran/Reporting/Page.cs", "using System.Linq; class Page { object Of(int[] all) => " +
            "all.SelectMany(n => new[] { new Cadran.Collection.Response { AnswersJson = \"\" } }).ToList(); }")))));

    // The compiler keeps the web project out: what it cannot name it cannot read.
    [Fact]
    public void NothingThatHoldsAnswers_IsPublic()
    {
        Assembly domain = typeof(CadranDb).Assembly;
        Assert.All(Answers, name => Assert.False(domain.GetTypes().Single(t => t.Name == name).IsPublic, name));
        Assert.DoesNotContain(domain.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>(), a =>
            a.AssemblyName == "Cadran.Web");
        string[] open = [.. typeof(Response).GetProperties().Where(p => p.GetMethod!.IsPublic).Select(p => p.Name)
            .Except([nameof(Response.Id), nameof(Response.WaveId)])];
        Assert.Empty(open);
        Assert.DoesNotContain(typeof(CadranDb).GetProperties(), p =>
            p.PropertyType.IsGenericType && p.PropertyType.GenericTypeArguments[0] == typeof(Response));
    }

    private static IEnumerable<string> Readers(ValueIndex index) =>
        from use in index.Uses
        where use.Syntax.SyntaxTree.FilePath.StartsWith("Cadran", StringComparison.Ordinal)
            && !MayRead.Any(use.Syntax.SyntaxTree.FilePath.StartsWith) && Reads(use)
        select $"{Place.Of(use.Syntax)}: {use.Syntax}";

    private static bool Reads(IOperation use) => use switch
    {
        IPropertyReferenceOperation { Property: { ContainingType.Name: "Response" } property } read =>
            property.Name is not ("Id" or "WaveId") && !IsWritten(read) && IsOurs(property),
        IInvocationOperation call =>
            (call.TargetMethod.TypeArguments.Any(t => t.Name == "Response" && IsOurs(t)) && !IsInMemory(call)) || Holds(call.Type)
            || Holds(call.TargetMethod.ContainingType),
        IMemberReferenceOperation member => Holds(member.Type) || Holds(member.Member.ContainingType),
        _ => false,
    };

    // Whoever writes answers puts them in a row first: there is nothing in them that the row can be asked for.
    private static bool IsInMemory(IInvocationOperation call) => call.TargetMethod.ContainingType is
    { Name: nameof(Enumerable), ContainingNamespace: { Name: nameof(System.Linq), ContainingNamespace.Name: nameof(System) } };

    private static bool IsWritten(IOperation member) => member.Parent is IAssignmentOperation assignment && assignment.Target == member;

    private static bool Holds(ITypeSymbol? type) => type is not null && Answers.Contains(type.Name) && IsOurs(type);

    private static bool IsOurs(ISymbol symbol) => symbol.ContainingAssembly?.Name == "Cadran";
}
