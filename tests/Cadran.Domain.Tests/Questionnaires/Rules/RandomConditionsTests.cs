using System.Globalization;
using System.Text.Json;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Domain.Tests.Questionnaires.Rules;

/// <summary>Random rules about random answers against a second, naive reading of the JSON that they are stored as.</summary>
public sealed class RandomConditionsTests
{
    private const int Trees = 100_000;
    private static readonly string[] Codes = ["rating", "choice", "several", "amount", "words"], Options = ["1", "2", "3", "a"];

    [Fact]
    public void EveryTree_MeansWhatItsJsonSays()
    {
        var random = new Random(20261201);
        int held = 0;
        for (int tree = 0; tree < Trees; tree++)
        {
            Condition rule = Tree(random, 4);
            Dictionary<string, object?> said = Codes.ToDictionary(code => code, code => Said(random, code));
            bool holds = rule.Holds(new Situation(code => Stored(code, said[code])));
            using JsonDocument json = JsonDocument.Parse(JsonSerializer.Serialize(rule, Mapping.JsonOptions));
            if (holds != Naive(json.RootElement, said))
                Assert.Fail($"Tree {tree}: {json.RootElement} of {JsonSerializer.Serialize(said)}");
            if (holds) held++;
        }
        Assert.InRange(held, Trees / 5, Trees * 4 / 5);
    }

    internal static Condition Tree(Random random, int depth) => random.Next(depth > 0 ? 8 : 5) switch
    {
        0 => new Condition.Answered(Code(random)),
        1 => new Condition.Chose(Code(random), Option(random)),
        2 => new Condition.Compare(Side(random, 2), (Comparison)random.Next(6), Side(random, 2)),
        3 => new Condition.NoValueGiven(Code(random), random.Next(2) == 0 ? NoValue.NotApplicable : NoValue.NotAsked),
        4 => new Condition.Constant(random.Next(2) == 0),
        5 => new Condition.Not(Tree(random, depth - 1)),
        6 => new Condition.All([.. Enumerable.Range(0, random.Next(4)).Select(_ => Tree(random, depth - 1))]),
        _ => new Condition.Any([.. Enumerable.Range(0, random.Next(4)).Select(_ => Tree(random, depth - 1))]),
    };

    private static Value Side(Random random, int depth) => random.Next(depth > 0 ? 8 : 4) switch
    {
        0 => new Value.AnswerOf(Code(random)),
        1 => new Value.Number(random.Next(-1, 5)),
        2 => new Value.Text(Option(random)),
        3 => new Value.CountChosen(Code(random)),
        4 => new Value.Sum(Sides(random, depth)),
        5 => new Value.Min(Sides(random, depth)),
        6 => new Value.Max(Sides(random, depth)),
        _ => new Value.Arithmetic(Side(random, depth - 1), (Operation)random.Next(4), Side(random, depth - 1)),
    };

    private static Value[] Sides(Random random, int depth) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => Side(random, depth - 1))];

    private static string Code(Random random) => Codes[random.Next(Codes.Length)];
    private static string Option(Random random) => Options[random.Next(Options.Length)];

    // A null is no answer, a NoValue one of its kinds; several choices are an array, the rest numbers and texts.
    private static object? Said(Random random, string code) => random.Next(6) switch
    {
        0 => null,
        1 => random.Next(2) == 0 ? NoValue.NotApplicable : NoValue.NotAsked,
        _ => code switch
        {
            "rating" => random.Next(1, 4),
            "amount" => (decimal)random.Next(-1, 5),
            "several" => Options.Where(_ => random.Next(2) == 0).ToArray(),
            _ => Option(random),
        },
    };

    private static Answer? Stored(string code, object? said) => (code, said) switch
    {
        (_, NoValue none) => new Answer.None(none),
        (_, int point) => new Answer.Rating(point),
        (_, decimal number) => new Answer.Number(number),
        (_, string[] several) => new Answer.Choices(several),
        ("words", string text) => new Answer.Comment(text),
        (_, string option) => new Answer.Choice(option),
        _ => null,
    };

    private static bool Naive(JsonElement rule, Dictionary<string, object?> said)
    {
        object? Answer() => said[rule.GetProperty("code").GetString()!];
        switch (rule.GetProperty("is").GetString())
        {
            case "all": return rule.GetProperty("of").EnumerateArray().All(one => Naive(one, said));
            case "any": return rule.GetProperty("of").EnumerateArray().Any(one => Naive(one, said));
            case "not": return Naive(rule.GetProperty("of"), said) == false;
            case "constant": return rule.GetProperty("true").GetBoolean();
            case "answered": return Answer() is int or decimal or string or string[];
            case "none": return Answer() is NoValue none && none.ToString() == rule.GetProperty("none").GetString();
            case "chose":
                string option = rule.GetProperty("option").GetString()!;
                return Answer() switch
                {
                    int point => point.ToString(CultureInfo.InvariantCulture) == option,
                    string[] several => several.Contains(option),
                    string text => rule.GetProperty("code").GetString() != "words" && text == option,
                    _ => false,
                };
        }
        object? left = Worth(rule.GetProperty("left"), said), right = Worth(rule.GetProperty("right"), said);
        if (left is null || right is null) return false;
        bool comparable = left is string && right is string || Number(left) is not null && Number(right) is not null;
        int order = left is string a && right is string b ? string.CompareOrdinal(a, b)
            : comparable ? Math.Sign(Number(left)!.Value - Number(right)!.Value) : 0;
        return rule.GetProperty("op").GetString() switch
        {
            "Equal" => comparable && order == 0,
            "NotEqual" => !comparable || order != 0,
            "Less" => comparable && order < 0,
            "LessOrEqual" => comparable && order <= 0,
            "Greater" => comparable && order > 0,
            _ => comparable && order >= 0,
        };
    }

    private static object? Worth(JsonElement value, Dictionary<string, object?> said)
    {
        object? Answer() => said[value.GetProperty("code").GetString()!];
        decimal?[] Numbers() =>
            [.. value.GetProperty("values").EnumerateArray().Select(v => Number(Worth(v, said))).Where(n => n is not null)];
        switch (value.GetProperty("is").GetString())
        {
            case "answer": return Answer() is string or int or decimal ? Answer() : null;
            case "number": return value.GetProperty("amount").GetDecimal();
            case "text": return value.GetProperty("words").GetString();
            case "count": return Answer() switch { string[] several => several.Length, string => Code() == "words" ? 0 : 1, _ => 0 };
            case "sum": return Numbers() is { Length: > 0 } summed ? summed.Sum() : null;
            case "min": return Numbers() is { Length: > 0 } least ? least.Min() : null;
            case "max": return Numbers() is { Length: > 0 } most ? most.Max() : null;
        }
        decimal? left = Number(Worth(value.GetProperty("left"), said)), right = Number(Worth(value.GetProperty("right"), said));
        return value.GetProperty("operation").GetString() switch
        {
            "Add" => left + right,
            "Subtract" => left - right,
            "Multiply" => left * right,
            _ => right == 0 ? null : left / right,
        };

        string Code() => value.GetProperty("code").GetString()!;
    }

    private static decimal? Number(object? value) => value switch
    {
        int whole => whole,
        decimal number => number,
        string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal read) => read,
        _ => null,
    };
}
