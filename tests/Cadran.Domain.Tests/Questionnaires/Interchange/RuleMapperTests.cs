using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires;

/// <summary>Rules of other tools, said in ours.</summary>
public sealed class RuleMapperTests
{
    private static readonly Dictionary<string, Question> Questions = new[]
    {
        new Question { Code = "sat", Kind = QuestionKind.Rating, Text = new("Satisfied?", "") },
        new Question { Code = "yes", Kind = QuestionKind.YesNo, Text = new("Yes?", "") },
        new Question { Code = "age", Kind = QuestionKind.Number, Text = new("Age?", "") },
        new Question { Code = "how", Kind = QuestionKind.Choices, Text = new("How?", ""),
            Options = [new("a", new("A", "")), new("b", new("B", ""))] },
        new Question { Code = "one", Kind = QuestionKind.Choice, Text = new("Which?", ""),
            Options = [new("a1", new("A", "")), new("b1", new("B", ""))] },
    }.ToDictionary(q => q.Code);

    private static readonly Condition Yes = new Condition.Chose("yes", "yes");
    private static readonly Condition Old = new Condition.Compare(new Value.AnswerOf("age"), Comparison.GreaterOrEqual,
        new Value.Number(18));

    public static TheoryData<int, string, Condition?> Rules { get; } = new()
    {
        { 0, "(yes.NAOK == \"Y\")", Yes },
        { 0, "!is_empty(yes)", new Condition.Answered("yes") },
        { 0, "yes != 'Y' or 12X3X4a.NAOK == 'Y'", new Condition.Any([new Condition.Not(Yes), new Condition.Chose("how", "a")]) },
        { 0, "age >= 18 && one == \"A1\"", new Condition.All([Old, new Condition.Chose("one", "a1")]) },
        { 0, "sat_1 > 3", null },
        { 0, "count(that.AF) > 0", null },
        { 0, "one == \"Z9\"", null },
        { 0, "age > ", null },
        { 1, "${yes} = 'yes'", Yes },
        { 1, "selected(${how}, 'b') and not(selected(${how}, 'a'))",
            new Condition.All([new Condition.Chose("how", "b"), new Condition.Not(new Condition.Chose("how", "a"))]) },
        { 1, "18 <= ${age}", Old },
        { 1, "count-selected(${how}) > 1",
            new Condition.Compare(new Value.CountChosen("how"), Comparison.Greater, new Value.Number(1)) },
        { 1, ". != ''", new Condition.Answered("age") },
        { 1, "regex(${age}, '[0-9]+')", null },
        { 2, "{sat} > 3", new Condition.Compare(new Value.AnswerOf("sat"), Comparison.Greater, new Value.Number(3)) },
        { 2, "{how} anyof ['a','b'] and {age} notempty",
            new Condition.All([new Condition.Any([new Condition.Chose("how", "a"), new Condition.Chose("how", "b")]),
                new Condition.Answered("age")]) },
        { 2, "{yes} = true", Yes },
        { 2, "!({age} >= 18)", new Condition.Not(Old) },
        { 2, "{gone} = 1", null },
    };

    [Theory, MemberData(nameof(Rules))]
    public void Rule_IsSaidExactly_OrNotAtAll(int dialect, string source, Condition? expected)
    {
        var mapper = new RuleMapper(Find, Questions.GetValueOrDefault, (code, named) => code == "one" && named == "A1" ? "a1" : null,
            "age");
        Assert.Equal(expected, mapper.Map(ExpressionParser.Read(source, (ExpressionDialect)dialect)));
    }

    [Fact]
    public void EndlessRules_AreNotRead()
    {
        Assert.Null(ExpressionParser.Read(new string('(', 3_000) + "1", ExpressionDialect.XPath).Means);
        Assert.Null(ExpressionParser.Read(string.Join(" + ", Enumerable.Repeat("1", 5_000)), ExpressionDialect.SurveyJs).Means);
    }

    private static (string, string?)? Find(string name) => name == "12X3X4a" ? ("how", "a") : Questions.ContainsKey(name) ? (name, null)
        : null;
}
