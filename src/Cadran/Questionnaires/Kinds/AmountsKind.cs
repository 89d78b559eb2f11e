using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>Whatever is answered with a number for each of the listed options.</summary>
public abstract class AmountsKind : QuestionKind
{
    public override bool HasOptions => true;

    public override AnswerCoder? Coder(Question question) => null;

    public override IReadOnlyList<string> Columns(Question question) => [.. Series(question).Select(s => s.ColumnOf(question))];

    public override double? Measured(Question question, Answer answer, NumberSeries series) =>
        answer is Answer.Amounts amounts && amounts.ByOption.TryGetValue(series.Part, out decimal amount) ? (double)amount : null;

    /// <summary>In one cell: an option, a sign and its number, divided by semicolons.</summary>
    public override AnswerReading Imported(Question question, string value)
    {
        var amounts = new Dictionary<string, decimal>();
        foreach (string part in value.Split([';', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int at = part.LastIndexOfAny(['=', ':']);
            if (at <= 0 || OptionOf(question, part[..at].Trim()) is not { } option) return new(null, AnswerProblem.NotAnOption);
            if (NumberKind.InFile(part[(at + 1)..].Trim(), question.Decimals) is not { } amount) return new(null, AnswerProblem.NotANumber);
            amounts[option] = amount;
        }
        return InFile(question, amounts);
    }

    public override IReadOnlyList<string> FileParts(Question question) => [.. question.Options.Select(o => o.Code)];

    public override AnswerReading FromParts(Question question, IReadOnlyDictionary<string, string> cells)
    {
        var amounts = new Dictionary<string, decimal>();
        foreach (var (option, cell) in cells)
        {
            if (NumberKind.InFile(cell, question.Decimals) is not { } amount) return new(null, AnswerProblem.NotANumber);
            amounts[option] = amount;
        }
        return InFile(question, amounts);
    }

    protected AnswerReading InFile(Question question, IReadOnlyDictionary<string, decimal> amounts)
    {
        if (amounts.Count == 0) return default;
        Answer.Amounts answer = InOrder(question, amounts);
        return Check(question, answer) is { } problem ? new(null, problem) : new(answer);
    }

    protected static Answer.Amounts InOrder(Question question, IReadOnlyDictionary<string, decimal> amounts) =>
        new(question.Options.Where(o => amounts.ContainsKey(o.Code)).ToDictionary(o => o.Code, o => amounts[o.Code]));

    protected override Answer? Kept(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        var amounts = new Dictionary<string, decimal>();
        foreach (JsonProperty amount in value.EnumerateObject())
            if (amount.Value.ValueKind == JsonValueKind.Number && amount.Value.TryGetDecimal(out decimal number))
                amounts[amount.Name] = number;
        return new Answer.Amounts(amounts);
    }
}
