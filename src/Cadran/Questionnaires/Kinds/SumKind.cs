namespace Cadran.Questionnaires;

/// <summary>Numbers for the options that make a fixed total together, such as 100 points. What is left empty is 0.</summary>
public sealed class SumKind : AmountsKind
{
    public const decimal UsualTotal = 100;

    public override string Code => "Sum";
    public override string Name => "Parts of a total";
    public override double Seconds => 20;

    public static decimal TotalOf(Question question) => question.Total ?? UsualTotal;

    public override (string Words, object[] Args)? Advice(Question question) =>
        ("Your numbers make {0} together. What you leave empty counts as 0.", [TotalOf(question)]);

    public override IReadOnlyList<string> Parts(Question question) => [.. question.Options.Select(o => o.Code)];

    public override IEnumerable<RuleViolationException> Faults(Question question)
    {
        foreach (RuleViolationException fault in (RuleViolationException[])
            [.. base.Faults(question), .. OptionFaults(question), .. NumberKind.BoundFaults(question)])
            yield return fault;
        if (TotalOf(question) is <= 0 or > TypedNumber.Largest)
            yield return new RuleViolationException("question.total", "The total is a number above 0.", nameof(Question.Total));
    }

    public override IEnumerable<AnswerProblem> Problems(Question question) =>
    [
        AnswerProblem.Missing, AnswerProblem.NotAnOption, AnswerProblem.NotANumber, AnswerProblem.AnswerAndNone,
        AnswerProblem.TooManyDecimals(question.Decimals), AnswerProblem.TooSmall(0), AnswerProblem.OtherTotal(TotalOf(question)),
    ];

    public override AnswerProblem? Check(Question question, Answer answer)
    {
        if (answer is not Answer.Amounts amounts) return null;
        foreach (decimal amount in amounts.ByOption.Values)
        {
            if (amount < 0) return AnswerProblem.TooSmall(0);
            if (TypedNumber.DecimalsOf(amount) > question.Decimals) return AnswerProblem.TooManyDecimals(question.Decimals);
        }
        return amounts.ByOption.Values.Sum() == TotalOf(question) ? null : AnswerProblem.OtherTotal(TotalOf(question));
    }

    public override IReadOnlyList<NumberSeries> Series(Question question) =>
        [.. question.Options.Select(o => new NumberSeries(o.Code, o.Label, SeriesSummary.PartOfSum))];

    /// <summary>An option without a number in an answer got nothing.</summary>
    public override double? Measured(Question question, Answer answer, NumberSeries series) =>
        answer is Answer.Amounts amounts ? (double)amounts.ByOption.GetValueOrDefault(series.Part) : null;

    protected override bool ReadsText(Question question) => false;

    protected override AnswerReading Sent(Question question, Sending sent)
    {
        if (sent.Values.Count > 0) return new(null, AnswerProblem.NotAnOption);
        var amounts = new Dictionary<string, decimal>();
        foreach (QuestionOption option in question.Options)
        {
            if (sent.Part(option.Code) is not { Length: > 0 } typed) continue;
            if (TypedNumber.Read(typed, question.Decimals) is not { } amount) return new(null, AnswerProblem.NotANumber);
            amounts[option.Code] = amount;
        }
        var answer = new Answer.Amounts(amounts);
        return new(answer, Check(question, answer));
    }
}
