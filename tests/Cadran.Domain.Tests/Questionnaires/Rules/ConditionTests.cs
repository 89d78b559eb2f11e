using System.Text.Json;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Domain.Tests.Questionnaires.Rules;

/// <summary>What each part of a rule is true of, and how a rule is stored.</summary>
public sealed class ConditionTests
{
    private static readonly Condition True = new Condition.Constant(true), False = new Condition.Constant(false);

    private static readonly Dictionary<string, Answer> Said = new()
    {
        ["rating"] = new Answer.Rating(4),
        ["choice"] = new Answer.Choice("phone"),
        ["several"] = new Answer.Choices(["web", "desk"]),
        ["amount"] = new Answer.Number(12.5m),
        ["day"] = new Answer.Date(new(2026, 11, 30)),
        ["words"] = new Answer.Comment("7"),
        ["na"] = new Answer.None(NoValue.NotApplicable),
        ["hidden"] = new Answer.None(NoValue.NotAsked),
    };

    private static readonly Situation Somebody = new(Said.GetValueOrDefault, new Dictionary<string, RuleValue>
    {
        [Fact.Today] = RuleValue.Of(new DateOnly(2026, 12, 1)),
        [Fact.Language] = RuleValue.Of("fr"),
    });

    [Theory]
    [InlineData(false, false, false, false), InlineData(false, true, false, true)]
    [InlineData(true, false, false, true), InlineData(true, true, true, true)]
    public void Connectives_HaveTheirTruthTables(bool a, bool b, bool all, bool any)
    {
        Condition[] both = [new Condition.Constant(a), new Condition.Constant(b)];
        Assert.Equal(all, new Condition.All(both).Holds(Somebody));
        Assert.Equal(any, new Condition.Any(both).Holds(Somebody));
        Assert.Equal(!a, new Condition.Not(both[0]).Holds(Somebody));
    }

    [Fact]
    public void OfNothing_AllHoldsAndAnyDoesNot() =>
        Assert.Equal((true, false), (new Condition.All([]).Holds(Somebody), new Condition.Any([]).Holds(Somebody)));

    [Theory]
    [InlineData("rating", true), InlineData("choice", true), InlineData("several", true), InlineData("amount", true)]
    [InlineData("words", true), InlineData("na", false), InlineData("hidden", false), InlineData("absent", false)]
    public void NoValueOfAnyKind_IsNoAnswer(string code, bool answered) =>
        Assert.Equal(answered, new Condition.Answered(code).Holds(Somebody));

    [Theory]
    [InlineData("rating", "4", true), InlineData("rating", "5", false), InlineData("choice", "phone", true)]
    [InlineData("several", "desk", true), InlineData("several", "phone", false), InlineData("na", "na", false)]
    [InlineData("absent", "4", false)]
    public void AnOption_WasChosenAloneOrBesideOthers(string code, string option, bool chose) =>
        Assert.Equal(chose, new Condition.Chose(code, option).Holds(Somebody));

    [Theory]
    [InlineData(Comparison.Equal, false, true, false), InlineData(Comparison.NotEqual, true, false, true)]
    [InlineData(Comparison.Less, true, false, false), InlineData(Comparison.LessOrEqual, true, true, false)]
    [InlineData(Comparison.Greater, false, false, true), InlineData(Comparison.GreaterOrEqual, false, true, true)]
    public void Comparisons_HaveTheirTruthTables(Comparison op, bool below, bool same, bool above)
    {
        bool[] expected = [below, same, above];
        Assert.Equal(expected, new[] { 3, 4, 5 }.Select(n =>
            new Condition.Compare(new Value.Number(n), op, new Value.Number(4)).Holds(Somebody)));
        Assert.Equal(expected, new[] { 29, 30, 31 }.Select(d => new Condition.Compare(
            new Value.Date(new DateOnly(2026, 10, 30).AddDays(d + 1)), op, new Value.AnswerOf("day")).Holds(Somebody)));
        Assert.Equal(expected, new[] { "a", "b", "c" }.Select(t =>
            new Condition.Compare(new Value.Text(t), op, new Value.Text("b")).Holds(Somebody)));
        // Nothing is neither the same nor different.
        Assert.False(new Condition.Compare(new Value.AnswerOf("absent"), op, new Value.Number(4)).Holds(Somebody));
        Assert.False(new Condition.Compare(new Value.AnswerOf("na"), op, new Value.AnswerOf("na")).Holds(Somebody));
    }

    [Fact]
    public void WhatIsComparedIsReadAlike()
    {
        Assert.True(Holds(new Value.AnswerOf("words"), Comparison.Less, new Value.Number(12)));
        Assert.True(Holds(new Value.AnswerOf("choice"), Comparison.Equal, new Value.Text("phone")));
        Assert.True(Holds(new Value.AnswerOf("choice"), Comparison.NotEqual, new Value.Number(1)));
        Assert.False(Holds(new Value.AnswerOf("choice"), Comparison.Less, new Value.Number(1)));
        Assert.True(Holds(new Value.AnswerOf("day"), Comparison.Less, new Value.FactNamed(Fact.Today)));
        Assert.True(Holds(new Value.Text("2026-11-30"), Comparison.Equal, new Value.AnswerOf("day")));
        Assert.True(Holds(new Value.FactNamed(Fact.Language), Comparison.Equal, new Value.Text("fr")));
        Assert.False(Holds(new Value.FactNamed("unknown"), Comparison.NotEqual, new Value.Text("fr")));
    }

    [Fact]
    public void Reckoning_NeverFails()
    {
        Assert.True(Holds(new Value.CountChosen("several"), Comparison.Equal, new Value.Number(2)));
        Assert.True(Holds(new Value.CountChosen("na"), Comparison.Equal, new Value.Number(0)));
        Value[] some = [new Value.AnswerOf("rating"), new Value.AnswerOf("absent"), new Value.AnswerOf("amount")];
        Assert.Equal(RuleValue.Of(16.5m), new Value.Sum(some).In(Somebody));
        Assert.Equal(RuleValue.Of(4), new Value.Min(some).In(Somebody));
        Assert.Equal(RuleValue.Of(12.5m), new Value.Max(some).In(Somebody));
        Assert.True(new Value.Sum([new Value.AnswerOf("absent")]).In(Somebody).IsNothing);
        Assert.True(Of(Operation.Divide, 1, 0).IsNothing);
        Assert.True(Of(Operation.Multiply, decimal.MaxValue, 2).IsNothing);
        Assert.True(new Value.Sum([new Value.Number(decimal.MaxValue), new Value.Number(1)]).In(Somebody).IsNothing);
        Assert.Equal(RuleValue.Of(-2), Of(Operation.Subtract, 1, 3));

        static RuleValue Of(Operation operation, decimal a, decimal b) =>
            new Value.Arithmetic(new Value.Number(a), operation, new Value.Number(b)).In(Somebody);
    }

    [Fact]
    public void KindsOfNoValue_AreToldApart()
    {
        Assert.True(new Condition.NoValueGiven("na", NoValue.NotApplicable).Holds(Somebody));
        Assert.False(new Condition.NoValueGiven("na", NoValue.DontKnow).Holds(Somebody));
        Assert.True(new Condition.NoValueGiven("hidden", NoValue.NotAsked).Holds(Somebody));
        Assert.False(new Condition.NoValueGiven("absent", NoValue.NotAsked).Holds(Somebody));
    }

    [Fact]
    public void AStoredRule_IsReadAgainToTheLetter()
    {
        Condition rule = new Condition.All(
        [
            new Condition.Any([new Condition.Chose("choice", "phone"), new Condition.Not(new Condition.Answered("rating"))]),
            new Condition.Compare(
                new Value.Arithmetic(new Value.AnswerOf("amount"), Operation.Add, new Value.Sum([new Value.CountChosen("several")])),
                Comparison.GreaterOrEqual, new Value.Max([new Value.Number(2), new Value.Min([new Value.Number(1.5m)])])),
            new Condition.Compare(new Value.FactNamed(Fact.Today), Comparison.Less, new Value.Date(new(2026, 12, 31))),
            new Condition.Compare(new Value.AnswerOf("words"), Comparison.NotEqual, new Value.Text("x")),
            new Condition.NoValueGiven("na", NoValue.NotApplicable), new Condition.Constant(true),
        ]);
        string json = JsonSerializer.Serialize(rule, Mapping.JsonOptions);
        Assert.Equal(rule, JsonSerializer.Deserialize<Condition>(json, Mapping.JsonOptions));
        Assert.StartsWith("""{"is":"all","of":[{"is":"any","of":[{"is":"chose","code":"choice","option":"phone"},{"is":"not",""", json,
            StringComparison.Ordinal);
        Assert.Equal(["choice", "rating", "amount", "several", "words", "na"], rule.Questions());
        Assert.DoesNotContain("question", json, StringComparison.Ordinal);
        Assert.Equal(new Condition.Chose("a", "b"),
            JsonSerializer.Deserialize<Condition>("""{"code":"a","option":"b","is":"chose"}""", Mapping.JsonOptions));
        Assert.Equal(new Condition.Chose("x~a", "b"), new Condition.Chose("x", "b").Renamed(code => Loop.Code(code, "a")));
    }

    [Fact]
    public void AQuestionWithoutRules_IsStoredAsBefore()
    {
        var question = new Question { Code = "a", Kind = QuestionKind.Choice, Text = new("A", "A"), Options = [new("x", new("X", "X"))] };
        string json = JsonSerializer.Serialize(new QuestionnaireContent
        {
            Sections = [new() { Code = "s", Title = new("S", "S"), Questions = [question] }],
        }, Mapping.JsonOptions);
        foreach (string word in new[] { "When", "random", "checks", "loop" })
            Assert.DoesNotContain(word, json, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void ARuleOfTooManyParts_IsNotSmall()
    {
        Condition deep = True;
        for (int i = 1; i < Condition.MaxDepth; i++) deep = new Condition.Not(deep);
        Assert.True(deep.IsSmall);
        Assert.False(new Condition.Not(deep).IsSmall);
        Assert.False(new Condition.All([.. Enumerable.Repeat(False, Condition.MaxParts)]).IsSmall);
        Value value = new Value.Number(1);
        for (int i = 1; i < Condition.MaxDepth; i++) value = new Value.Sum([value]);
        Assert.False(new Condition.Compare(value, Comparison.Equal, new Value.Number(1)).IsSmall);
    }

    private static bool Holds(Value left, Comparison op, Value right) => new Condition.Compare(left, op, right).Holds(Somebody);
}
