using System.Text.RegularExpressions;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Architecture;

public sealed class SourceConventionsTests
{
    private const string Vague = @"\b(?:class|record|struct)\s+(\w+(?:Manager|Helper|Helpers|Utils|Processor))\b";
    private const string ProviderSql =
        @"\b(SqlQuery|SqlQueryRaw|ExecuteSql|ExecuteSqlRaw|FromSql|FromSqlRaw)\w*\(|Microsoft\.Data\.Sqlite|\bNpgsql\b";

    [Fact]
    public void Views_HaveNoInlineScriptOrStyle()
    {
        // The content security policy would silently drop them.
        var wrong = from file in Sources.Files(Sources.Web, "*.cshtml")
                    where Regex.IsMatch(File.ReadAllText(file), @"<script(?![^>]*\bsrc=)|<style\b|\sstyle=""|\son\w+=""|Html\.Raw")
                    select Path.GetFileName(file);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Types_HaveNoVagueSuffix()
    {
        var wrong = from file in Sources.Files(Path.Combine(Sources.Root, "src"), "*.cs")
                    from Match m in Regex.Matches(File.ReadAllText(file), Vague)
                    where !m.Groups[1].Value.EndsWith("TagHelper", StringComparison.Ordinal)
                    select m.Groups[1].Value;
        Assert.Empty(wrong);
    }

    [Fact]
    public void ProviderSql_IsOnlyInStorageAndTheResponseStores()
    {
        var wrong = from file in Sources.Files(Path.Combine(Sources.Root, "src"), "*.cs")
                    where !Regex.IsMatch(file, @"[\\/](Storage|Responses)[\\/]")
                        && Regex.IsMatch(File.ReadAllText(file), ProviderSql)
                    select Path.GetFileName(file);
        Assert.Empty(wrong);
    }
}
