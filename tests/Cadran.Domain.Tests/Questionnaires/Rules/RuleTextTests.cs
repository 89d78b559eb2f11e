using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Domain.Tests.Questionnaires.Rules;

/// <summary>A rule as experts write it, and where it is wrong.</summary>
public sealed class RuleTextTests
{
    [Theory]
    [InlineData("how has \"phone\" and (visits >= 2 or not answered(reason))")]
    [InlineData("all()"), InlineData("any(a has \"b\")")]
    [InlineData("all(a has \"b\" or true)"), InlineData("not not true"), InlineData("false")]
    [InlineData("a is na"), InlineData("a is skipped"), InlineData("not (a is dk and b is refused)")]
    [InlineData("'and' has \"it\"\"s\"\"\""), InlineData("'it''s' = \"x\""), InlineData("a~b != -1.50")]
    [InlineData("#today < date(2026-12-31)"), InlineData("#language = \"fr\"")]
    [InlineData("count(a) > [b + [2 * c]]"), InlineData("sum(a, b, 1) <= max(min(c), sum())"), InlineData("[a - 1] < [a / -2]")]
    public void WhatIsPrinted_IsReadAsItWas(string text)
    {
        RuleReading read = RuleText.Read(text);
        Assert.Null(read.Problem);
        Assert.Equal(text, RuleText.Print(read.Condition!));
        Assert.Equal(read.Condition, RuleText.Read($"  {text.Replace(" ", "\n ", StringComparison.Ordinal)} ").Condition);
    }

    [Fact]
    public void RandomTrees_AreReadAsTheyArePrinted()
    {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            Condition rule = RandomConditionsTests.Tree(random, 4);
            Assert.Equal(rule, RuleText.Read(RuleText.Print(rule)).Condition);
        }
    }

    [Theory]
    [InlineData("a has phone", 6, "Write the code of the option in quotation marks.")]
    [InlineData("a has \"b\" c", 10, "The rule could end here: write “and” or “or” before what follows.")]
    [InlineData("true and false or true", 17, "Put “and” and “or” together only with brackets, which say what belongs together.")]
    [InlineData("(true", 5, "A closing bracket is missing."), InlineData("answered a", 9, "An opening bracket is missing.")]
    [InlineData("a is zz", 5, "Write na, dk, refused or skipped.")]
    [InlineData("#name = 1", 5, "Write #service, #channel, #language or #today.")]
    [InlineData("a", 1, "Write how it compares: =, !=, <, <=, >, >=, has or is."), InlineData("[a ~ b] = 1", 3, "Write +, -, * or /.")]
    [InlineData("a = date(31.12.2026)", 9, "Write the day as in 2026-12-31.")]
    [InlineData("a = 1.2.3", 4, "Write a number, as in 12 or 0.5.")]
    [InlineData("and", 0, "Write the code of a question, a number, or a text in quotation marks.")]
    [InlineData("a = \"b", 4, "This text has no closing quotation mark.")]
    public void AWrongText_SaysWhatAndWhere(string text, int at, string problem)
    {
        RuleReading read = RuleText.Read(text);
        Assert.Equal((problem, null), (read.Problem, read.Condition));
        Assert.Equal(at, read.At);
    }

    [Fact]
    public void AHugeText_IsRefusedAndNotFollowed()
    {
        Assert.Equal("The rule is too long.", RuleText.Read(new string('(', RuleText.MaxLength + 1)).Problem);
        Assert.Equal("The rule has too many parts.", RuleText.Read(new string('(', RuleText.MaxLength)).Problem);
        Assert.Equal("The rule has too many parts.",
            RuleText.Read(string.Concat(Enumerable.Repeat("not ", RuleText.MaxLength / 4))).Problem);
        Assert.Equal("The rule has too many parts.", RuleText.Read(new string('[', RuleText.MaxLength)).Problem);
    }

    [Fact]
    public void KindsOfNoValue_HaveTheirWords() =>
        Assert.Equal(new Condition.NoValueGiven("a", NoValue.NotAsked), RuleText.Read("a is skipped").Condition);
}
