using System.Text.RegularExpressions;
using Cadran.Tests.Architecture.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Cadran.Tests.Architecture;

/// <summary>Conventions that are about types and calls, and so are asked of symbols.</summary>
[Trait("Database", "any")]
public sealed class SymbolConventionsTests
{
    private static readonly string[] Vague = ["Manager", "Helper", "Helpers", "Utils", "Processor"];
    // Beside those who keep rows: what wakes a secret once for all processes, and what says to an operator why a database is not there.
    private static readonly string[] MaySpeakSql =
    [
        "Cadran/Storage/", "Cadran/Collection/Responses/", "Cadran/Collection/Answering/AnswerKeySource.cs",
        "Cadran.Web/Commands/OperatorMessage.cs", "Cadran.Web/Platform/CadranSettings.cs",
    ];

    [Fact]
    public void Types_HaveNoVagueSuffix() => Assert.Empty(WithVagueSuffix(CodeBase.Product));

    [Fact]
    public void ProviderSql_IsOnlyInStorageAndTheResponseStores() => Assert.Empty(SqlElsewhere(ValueIndex.Product));

    [Fact]
    public void EachPublicType_HasAFileNamedAsIt() => Assert.Empty(InFilesOfOtherNames(CodeBase.Product));

    [Theory]
    [InlineData("public class Wave; class Slip;", 0)]
    [InlineData("public class Wave { public class Slip; }", 0)]
    [InlineData("public class Wave; public class Slip;", 1)]
    public void APublicTypeInTheFileOfAnother_IsSeen(string source, int wrong) =>
        Assert.Equal(wrong, InFilesOfOtherNames(CodeBase.Of(("Cadran/Collection/Wave.cs", source))).Count());

    [Theory]
    [InlineData("class WaveManager;", 1)]
    [InlineData("class Wave { record struct RowHelper; }", 1)]
    [InlineData("class TagHelper; class Field : TagHelper; class FieldTagHelper : Field; class Managers;", 0)]
    public void AVagueSuffix_IsSeen(string source, int wrong) =>
        Assert.Equal(wrong, WithVagueSuffix(CodeBase.Of(("Cadran/Collection/Wave.cs", source))).Count());

    [Theory]
    [InlineData("Collection", "using Microsoft.EntityFrameworkCore; class W { int N(DbContext x) => x.Database.ExecuteSql($\"\"); }", true)]
    [InlineData("Collection", "using Microsoft.Data.Sqlite; class W { bool Is(Exception e) => e is SqliteException; }", true)]
    [InlineData("Collection", "class W { Npgsql.NpgsqlConnection? c; object? o => c; }", true)]
    [InlineData("Collection", "/* Npgsql */ class W { int SqlQuery(string Npgsql) => 1; int N => SqlQuery(\"Npgsql\"); }", false)]
    [InlineData("Storage", "class W { Npgsql.NpgsqlConnection? c; object? o => c; }", false)]
    public void SqlOfAProviderElsewhere_IsSeen(string folder, string source, bool wrong) =>
        Assert.Equal(wrong, SqlElsewhere(new(CodeBase.Of(($"Cadran/{folder}/W.cs", source)))).Any());

    private static IEnumerable<string> WithVagueSuffix(CodeBase code) =>
        from type in code.Types
        where Vague.Any(type.Name.EndsWith) && !IsTagHelper(type)
        select type.ToDisplayString();

    // Pages have a rule of their own, and a part of a type says after a dot which.
    private static IEnumerable<string> InFilesOfOtherNames(CodeBase code) =>
        from type in code.Types
        where type is { DeclaredAccessibility: Accessibility.Public, ContainingType: null }
        let files = type.DeclaringSyntaxReferences.Select(d => Path.GetFileName(d.SyntaxTree.FilePath)).ToList()
        where files.Count > 0 && !files.Exists(f => f.EndsWith(".cshtml.cs", StringComparison.Ordinal) || f.Split('.')[0] == type.Name)
        select $"{type.ToDisplayString()} is in {string.Join(", ", files)}";

    private static bool IsTagHelper(INamedTypeSymbol? type) => type is not null && (type.Name == "TagHelper" || IsTagHelper(type.BaseType));

    private static IEnumerable<string> SqlElsewhere(ValueIndex index) =>
        from use in index.Uses
        where !MaySpeakSql.Any(use.Syntax.SyntaxTree.FilePath.StartsWith) && Named(use).OfType<ISymbol>().Any(IsSql)
        select $"{Place.Of(use.Syntax)}: {use.Syntax}";

    private static IEnumerable<ISymbol?> Named(IOperation use) => use switch
    {
        IInvocationOperation call => [call.TargetMethod, call.Type],
        IMemberReferenceOperation member => [member.Member, member.Type],
        IIsTypeOperation test => [test.TypeOperand],
        IPatternOperation pattern => [pattern.NarrowedType],
        ICatchClauseOperation caught => [caught.ExceptionType],
        _ => [use.Type],
    };

    private static bool IsSql(ISymbol symbol) => symbol.ContainingAssembly?.Name switch
    {
        "Npgsql" or "Microsoft.Data.Sqlite" => true,
        "Microsoft.EntityFrameworkCore.Relational" => Regex.IsMatch(symbol.Name, "^(SqlQuery|ExecuteSql|FromSql)"),
        _ => false,
    };
}
