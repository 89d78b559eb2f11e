using System.Globalization;

namespace Cadran.Questionnaires;

/// <summary>What a part of a rule comes to: a number, a day, a text, or nothing, as for a question without an answer.</summary>
public readonly record struct RuleValue
{
    private RuleValue(decimal? number, DateOnly? day, string? text) => (Number, Day, Text) = (number, day, text);

    public decimal? Number { get; }
    public DateOnly? Day { get; }
    public string? Text { get; }
    public bool IsNothing => this == default;

    public static RuleValue Nothing => default;
    public static RuleValue Of(decimal number) => new(number, null, null);
    public static RuleValue Of(DateOnly day) => new(null, day, null);
    public static RuleValue Of(string text) => new(null, null, text);

    /// <summary>
    /// Whether the comparison holds. With nothing on a side none does, not even that they differ; a text is read as what stands on the
    /// other side where it can be, and otherwise only differs from it.
    /// </summary>
    public static bool Holds(RuleValue left, Comparison comparison, RuleValue right)
    {
        if (left.IsNothing || right.IsNothing) return false;
        int? order = Order(left, right);
        return comparison switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            _ => order >= 0,
        };
    }

    /// <summary>What two numbers come to; nothing where one is missing, or the result is none.</summary>
    public static RuleValue Reckon(RuleValue left, Operation operation, RuleValue right)
    {
        if (left.AsNumber is not { } a || right.AsNumber is not { } b) return Nothing;
        try
        {
            return operation switch
            {
                Operation.Add => Of(a + b),
                Operation.Subtract => Of(a - b),
                Operation.Multiply => Of(a * b),
                _ => b == 0 ? Nothing : Of(a / b),
            };
        }
        catch (OverflowException) { return Nothing; }
    }

    /// <summary>The number that it is or that stands in it as a text.</summary>
    public decimal? AsNumber => Number
        ?? (Text is { } text && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out decimal read) ? read : null);

    private DateOnly? AsDay => Day
        ?? (Text is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out DateOnly read) ? read : null);

    private static int? Order(RuleValue left, RuleValue right)
    {
        if (left.Text is { } a && right.Text is { } b) return string.CompareOrdinal(a, b);
        if (left.Day is not null || right.Day is not null)
            return left.AsDay is { } x && right.AsDay is { } y ? x.CompareTo(y) : null;
        return left.AsNumber is { } m && right.AsNumber is { } n ? m.CompareTo(n) : null;
    }
}
