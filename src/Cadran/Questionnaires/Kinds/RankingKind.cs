namespace Cadran.Questionnaires;

/// <summary>The options in an order, or the first few of them: a place for each, no place twice.</summary>
public sealed class RankingKind : AmountsKind
{
    public override string Code => "Ranking";
    public override string Name => "Ranking";
    public override double Seconds => 20;

    /// <summary>How many places there are.</summary>
    public static int Places(Question question) => Math.Min(question.Most ?? question.Options.Count, question.Options.Count);

    public override (string Words, object[] Args)? Advice(Question question) =>
        ("Give 1 to what comes first, 2 to what comes next, up to {0}. What you leave empty has no place.", [Places(question)]);

    public override IEnumerable<RuleViolationException> Faults(Question question) =>
        [.. base.Faults(question), .. OptionFaults(question), .. CountFaults(question, Math.Max(question.Options.Count, 1))];

    public override IEnumerable<AnswerProblem> Problems(Question question)
    {
        yield return AnswerProblem.Missing;
        yield return AnswerProblem.NotAnOption;
        yield return AnswerProblem.TwoOfOneRank;
        yield return AnswerProblem.TooMany(Places(question));
        if (question.Least is { } least) yield return AnswerProblem.TooFew(least);
    }

    public override AnswerProblem? Check(Question question, Answer answer)
    {
        if (answer is not Answer.Amounts ranks) return null;
        if (ranks.ByOption.Values.Distinct().Count() < ranks.ByOption.Count) return AnswerProblem.TwoOfOneRank;
        if (question.Least is { } least && ranks.ByOption.Count < least) return AnswerProblem.TooFew(least);
        return ranks.ByOption.Count > Places(question) ? AnswerProblem.TooMany(Places(question)) : null;
    }

    public override IReadOnlyList<NumberSeries> Series(Question question) =>
        [.. question.Options.Select(o => new NumberSeries(o.Code, o.Label, SeriesSummary.Rank))];

    /// <summary>In one cell: options from the first to the last, divided by &gt; or a semicolon; or as other numbers are written.</summary>
    public override AnswerReading Imported(Question question, string value)
    {
        string[] parts = value.Split(['>', ';', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 1 && parts[0].Contains(',')) parts = parts[0].Split(',', StringSplitOptions.TrimEntries);
        string?[] codes = [.. parts.Select(part => OptionOf(question, part))];
        if (codes.Contains(null)) return base.Imported(question, value);
        if (codes.Distinct().Count() < codes.Length) return new(null, AnswerProblem.TwoOfOneRank);
        return InFile(question, codes.Index().ToDictionary(c => c.Item!, c => (decimal)(c.Index + 1)));
    }

    protected override AnswerReading Sent(Question question, Sending sent)
    {
        var ranks = new Dictionary<string, decimal>();
        foreach (string value in sent.Values)
        {
            int at = value.LastIndexOf('.');
            if (at <= 0 || question.Options.All(o => o.Code != value[..at]) || !int.TryParse(value[(at + 1)..], out int place)
                || place < 1 || place > Places(question) || !ranks.TryAdd(value[..at], place))
                return new(null, AnswerProblem.NotAnOption);
        }
        Answer.Amounts answer = InOrder(question, ranks);
        AnswerProblem? problem = Check(question, answer);
        return problem is null ? new(WithoutGaps(question, ranks)) : new(answer, problem);
    }

    /// <summary>Places that nobody got close up: first and third are first and second.</summary>
    private static Answer.Amounts WithoutGaps(Question question, IReadOnlyDictionary<string, decimal> ranks) =>
        InOrder(question, ranks.OrderBy(r => r.Value).Index().ToDictionary(r => r.Item.Key, r => (decimal)(r.Index + 1)));
}
