using System.Text.RegularExpressions;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Architecture;

public sealed class SourceConventionsTests
{
    // The content security policy would silently drop them. Markup is not C#, so it is read as text.
    [Fact]
    public void Views_HaveNoInlineScriptOrStyle() => Assert.Empty(
        from file in Sources.Files(Sources.Web, "*.cshtml")
        where Regex.IsMatch(File.ReadAllText(file), @"<script(?![^>]*\bsrc=)|<style\b|\sstyle=""|\son\w+=""|Html\.Raw")
        select Path.GetFileName(file));
}
