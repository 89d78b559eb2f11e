using System.Globalization;
using System.Text;
using Cadran.Statistics;
using Wrong = Cadran.RuleViolationException;

namespace Cadran.Questionnaires;

/// <summary>Reads a condition from its text, sign by sign; says what is wrong and where by what it throws and <see cref="At"/>.</summary>
internal sealed class RuleReader(string text)
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
        foreach (var (sign, comparison) in RuleText.Signs)
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
            if (!RuleText.Operations.TryGetValue(Next(), out Operation operation)) throw new Wrong("rule", "Write +, -, * or /.");
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
        return name.Length > 0 && !RuleText.Words.Contains(name) ? name
            : throw new Wrong("rule", "Write the code of a question, a number, or a text in quotation marks.");
    }

    private string Name()
    {
        Next();
        int end = At;
        while (end < text.Length && RuleText.IsOfCode(text[end])) end++;
        string name = text[At..end];
        if (!RuleText.Words.Contains(name)) At = end;
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
        if (end < text.Length && RuleText.IsOfCode(text[end])) return false;
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
