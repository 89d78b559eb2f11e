using System.Globalization;
using Wrong = Cadran.RuleViolationException;

namespace Cadran.Questionnaires;

/// <summary>
/// A condition as experts write it: <c>channel has "phone" and (visits &gt;= 2 or not answered(reason))</c>. What
/// <see cref="Print(Condition)"/> writes, <see cref="Read"/> reads as the same tree.
/// </summary>
public static class RuleText
{
    public const int MaxLength = 4000;

    internal static readonly (string Sign, Comparison Comparison)[] Signs =
    [
        ("!=", Comparison.NotEqual), ("<=", Comparison.LessOrEqual), (">=", Comparison.GreaterOrEqual), ("=", Comparison.Equal),
        ("<", Comparison.Less), (">", Comparison.Greater),
    ];

    internal static readonly Dictionary<char, Operation> Operations = new()
    {
        ['+'] = Operation.Add,
        ['-'] = Operation.Subtract,
        ['*'] = Operation.Multiply,
        ['/'] = Operation.Divide,
    };

    internal static readonly HashSet<string> Words =
        ["and", "or", "not", "all", "any", "true", "false", "answered", "has", "is", "count", "sum", "min", "max", "date"];

    public static string Print(Condition condition) => condition switch
    {
        Condition.All { Of.Count: > 1 } all => string.Join(" and ", all.Of.Select(Part)),
        Condition.Any { Of.Count: > 1 } any => string.Join(" or ", any.Of.Select(Part)),
        Condition.All all => $"all({string.Concat(all.Of.Select(Print))})",
        Condition.Any any => $"any({string.Concat(any.Of.Select(Print))})",
        Condition.Not not => $"not {Part(not.Of)}",
        Condition.Answered answered => $"answered({Code(answered.Code)})",
        Condition.Chose chose => $"{Code(chose.Code)} has {Quoted(chose.Option, '"')}",
        Condition.NoValueGiven none => $"{Code(none.Code)} is {NoValueCode.Of(none.None)?.Code}",
        Condition.Compare compare =>
            $"{Print(compare.Left)} {Signs.First(s => s.Comparison == compare.Op).Sign} {Print(compare.Right)}",
        Condition.Constant { True: true } => "true",
        _ => "false",
    };

    /// <summary>Reads what somebody wrote, or says what is wrong with it and where.</summary>
    public static RuleReading Read(string text)
    {
        if (text.Length > MaxLength) return RuleReading.Wrong(MaxLength, "The rule is too long.");
        var reader = new RuleReader(text);
        try
        {
            Condition condition = reader.Whole();
            return condition.IsSmall ? new(condition, null, 0) : RuleReading.Wrong(0, "The rule has too many parts.");
        }
        catch (Wrong wrong) { return RuleReading.Wrong(reader.At, wrong.Message); }
    }

    private static string Part(Condition condition) =>
        condition is Condition.All { Of.Count: > 1 } or Condition.Any { Of.Count: > 1 } ? $"({Print(condition)})" : Print(condition);

    private static string Print(Value value) => value switch
    {
        Value.AnswerOf answer => Code(answer.Code),
        Value.Number number => number.Amount.ToString(CultureInfo.InvariantCulture),
        Value.Text text => Quoted(text.Words, '"'),
        Value.Date date => $"date({date.Day.ToString("O", CultureInfo.InvariantCulture)})",
        Value.CountChosen count => $"count({Code(count.Code)})",
        Value.FactNamed fact => $"#{fact.Name}",
        Value.Sum sum => $"sum({string.Join(", ", sum.Values.Select(Print))})",
        Value.Min min => $"min({string.Join(", ", min.Values.Select(Print))})",
        Value.Max max => $"max({string.Join(", ", max.Values.Select(Print))})",
        Value.Arithmetic reckoned =>
            $"[{Print(reckoned.Left)} {Operations.First(o => o.Value == reckoned.Operation).Key} {Print(reckoned.Right)}]",
        _ => throw new InvalidOperationException($"No text for {value}."),
    };

    private static string Code(string code) =>
        code.Length > 0 && char.IsAsciiLetter(code[0]) && code.All(IsOfCode) && !Words.Contains(code) ? code : Quoted(code, '\'');

    private static string Quoted(string words, char quote) =>
        $"{quote}{words.Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal)}{quote}";

    internal static bool IsOfCode(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or Loop.Mark;
}
