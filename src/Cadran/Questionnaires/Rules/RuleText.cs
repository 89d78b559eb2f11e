using System.Globalization;
using System.Text;
using Cadran.Statistics;
using Wrong = Cadran.RuleViolationException;

namespace Cadran.Questionnaires;

/// <summary>
/// A condition as experts write it: <c>channel has "phone" and (visits &gt;= 2 or not answered(reason))</c>. What
/// <see cref="Print(Condition)"/> writes, <see cref="Read"/> reads as the same tree.
/// </summary>
public static class RuleText
{
    public const int MaxLength = 4000;

    private static readonly (string Sign, Comparison Comparison)[] Signs =
    [
        ("!=", Comparison.NotEqual), ("<=", Comparison.LessOrEqual), (">=", Comparison.GreaterOrEqual), ("=", Comparison.Equal),
        ("<", Comparison.Less), (">", Comparison.Greater),
    ];

    private static readonly Dictionary<char, Operation> Operations = new()
    {
        ['+'] = Operation.Add,
        ['-'] = Operation.Subtract,
        ['*'] = Operation.Multiply,
        ['/'] = Operation.Divide,
    };

    private static readonly HashSet<string> Words =
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
        var reader = new Reader(text);
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

    private static bool IsOfCode(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or Loop.Mark;

    private sealed class Reader(string text)
    {
        private int depth;

        public int At { get; private set; }

        public Condition Whole()
        {
            Condition condition = Condition();
            if (Next() != '\0') throw new Wrong("rule", "The rule could end here: write “and” or “or” before what follows.");
            return condition;
        }

        private Condition Condition()
        {
            // Each level of nesting is a call: deeper than a rule may be is not read.
            if (++depth > Questionnaires.Condition.MaxDepth * 2) throw new Wrong("rule", "The rule has too many parts.");
            Condition first = Negated();
            string? word = Word("and") ? "and" : Word("or") ? "or" : null;
            if (word is not null)
            {
                List<Condition> all = [first, Negated()];
                while (Word(word)) all.Add(Negated());
                if (Word(word == "and" ? "or" : "and"))
                    throw new Wrong("rule", "Put “and” and “or” together only with brackets, which say what belongs together.");
                first = word == "and" ? new Condition.All(all) : new Condition.Any(all);
            }
            depth--;
            return first;
        }

        private Condition Negated()
        {
            if (!Word("not")) return One();
            if (++depth > Questionnaires.Condition.MaxDepth * 2) throw new Wrong("rule", "The rule has too many parts.");
            var not = new Condition.Not(Negated());
            depth--;
            return not;
        }

        private Condition One()
        {
            if (Sign('(')) return Closed(Condition());
            if (Word("true")) return new Condition.Constant(true);
            if (Word("false")) return new Condition.Constant(false);
            if (Word("all")) return new Condition.All(OneOrNone());
            if (Word("any")) return new Condition.Any(OneOrNone());
            if (Word("answered"))
            {
                Expect('(');
                return Closed(new Condition.Answered(Code()));
            }
            Value left = Value();
            if (left is Value.AnswerOf { Code: var code })
            {
                if (Word("has")) return new Condition.Chose(code, Quoted('"', "Write the code of the option in quotation marks."));
                if (Word("is"))
                {
                    Next();
                    NoValueCode? none = NoValueCode.All.FirstOrDefault(n => Word(n.Code));
                    return none is null ? throw new Wrong("rule", "Write na, dk, refused or skipped.")
                        : new Condition.NoValueGiven(code, none.Kind);
                }
            }
            Next();
            foreach (var (sign, comparison) in Signs)
                if (text.AsSpan(At).StartsWith(sign))
                {
                    At += sign.Length;
                    return new Condition.Compare(left, comparison, Value());
                }
            throw new Wrong("rule", "Write how it compares: =, !=, <, <=, >, >=, has or is.");
        }

        private IReadOnlyList<Condition> OneOrNone()
        {
            Expect('(');
            return Sign(')') ? [] : [Closed(Condition())];
        }

        private Value Value()
        {
            if (++depth > Questionnaires.Condition.MaxDepth * 2) throw new Wrong("rule", "The rule has too many parts.");
            Value value = ValueItself();
            depth--;
            return value;
        }

        private Value ValueItself()
        {
            char next = Next();
            if (next == '"') return new Value.Text(Quoted('"', ""));
            if (char.IsAsciiDigit(next) || next == '-') return new Value.Number(Number());
            if (Sign('#'))
            {
                string name = Name();
                return Fact.All.Contains(name) ? new Value.FactNamed(name)
                    : throw new Wrong("rule", "Write #service, #channel, #language or #today.");
            }
            if (Sign('['))
            {
                Value left = Value();
                if (!Operations.TryGetValue(Next(), out Operation operation)) throw new Wrong("rule", "Write +, -, * or /.");
                At++;
                var reckoned = new Value.Arithmetic(left, operation, Value());
                Expect(']');
                return reckoned;
            }
            if (Word("date"))
            {
                Expect('(');
                Next();
                int end = text.IndexOf(')', At);
                if (end < 0 || !DateOnly.TryParseExact(text.AsSpan(At, end - At).Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture,
                    DateTimeStyles.None, out DateOnly day)) throw new Wrong("rule", "Write the day as in 2026-12-31.");
                At = end + 1;
                return new Value.Date(day);
            }
            if (Word("count"))
            {
                Expect('(');
                return Closed(new Value.CountChosen(Code()));
            }
            if (Word("sum")) return new Value.Sum(Values());
            if (Word("min")) return new Value.Min(Values());
            if (Word("max")) return new Value.Max(Values());
            return new Value.AnswerOf(Code());
        }

        private List<Value> Values()
        {
            Expect('(');
            List<Value> values = [];
            if (Sign(')')) return values;
            do values.Add(Value()); while (Sign(','));
            Expect(')');
            return values;
        }

        private decimal Number()
        {
            int end = At + 1;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
            if (!decimal.TryParse(text.AsSpan(At, end - At), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out decimal number)) throw new Wrong("rule", "Write a number, as in 12 or 0.5.");
            At = end;
            return number;
        }

        private string Code()
        {
            if (Next() == '\'') return Quoted('\'', "");
            string name = Name();
            return name.Length > 0 && !Words.Contains(name) ? name
                : throw new Wrong("rule", "Write the code of a question, a number, or a text in quotation marks.");
        }

        private string Name()
        {
            Next();
            int end = At;
            while (end < text.Length && IsOfCode(text[end])) end++;
            string name = text[At..end];
            if (!Words.Contains(name)) At = end;
            return name;
        }

        private string Quoted(char quote, string expected)
        {
            if (Next() != quote) throw new Wrong("rule", expected);
            var words = new StringBuilder();
            for (int at = At + 1; at < text.Length; at++)
            {
                if (text[at] != quote) { words.Append(text[at]); continue; }
                if (at + 1 < text.Length && text[at + 1] == quote) { words.Append(quote); at++; continue; }
                At = at + 1;
                return words.ToString();
            }
            throw new Wrong("rule", "This text has no closing quotation mark.");
        }

        private T Closed<T>(T value)
        {
            Expect(')');
            return value;
        }

        private bool Word(string word)
        {
            Next();
            if (!text.AsSpan(At).StartsWith(word)) return false;
            int end = At + word.Length;
            if (end < text.Length && IsOfCode(text[end])) return false;
            At = end;
            return true;
        }

        private bool Sign(char sign)
        {
            if (Next() != sign) return false;
            At++;
            return true;
        }

        private void Expect(char sign)
        {
            if (!Sign(sign)) throw new Wrong("rule", sign == '(' ? "An opening bracket is missing." : "A closing bracket is missing.");
        }

        // The next character that is no blank; at the end a zero.
        private char Next()
        {
            while (At < text.Length && char.IsWhiteSpace(text[At])) At++;
            return At < text.Length ? text[At] : '\0';
        }
    }
}
