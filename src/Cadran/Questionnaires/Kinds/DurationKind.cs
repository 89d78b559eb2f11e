using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>
/// How long something took and how long would have been acceptable, asked together: whether the wait was acceptable is worked out for each
/// person and never asked.
/// </summary>
public sealed class DurationKind : QuestionKind
{
    public const string Actual = "actual", Acceptable = "acceptable", AcceptableMet = "acceptable_met";

    /// <summary>Longest duration, in the question's unit.</summary>
    public const decimal Longest = 100_000;

    private static readonly string[] Both = [Actual, Acceptable];

    public override string Code => "Duration";
    public override string Name => "Wait, actual and acceptable";
    public override double Seconds => 15;

    public static LocalText LabelOf(string part) => part switch
    {
        Actual => new("How long it took", "Le temps que cela a pris", "Hoelang het duurde", "Wie lange es dauerte"),
        Acceptable => new("How long would have been acceptable", "Le temps qui aurait été acceptable",
            "Hoelang aanvaardbaar was geweest", "Wie lange annehmbar gewesen wäre"),
        _ => new("Took no longer than acceptable", "N’a pas dépassé le temps acceptable",
            "Duurde niet langer dan aanvaardbaar", "Dauerte nicht länger als annehmbar"),
    };

    public static LocalText NameOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Hours => new("hours", "heures", "uur", "Stunden"),
        TimeUnit.Days => new("days", "jours", "dagen", "Tage"),
        TimeUnit.Weeks => new("weeks", "semaines", "weken", "Wochen"),
        _ => new("minutes", "minutes", "minuten", "Minuten"),
    };

    public override IReadOnlyList<QuestionOption> Options(Question question) => [];

    public override IReadOnlyList<string> Parts(Question question) => Both;

    public override IReadOnlyList<string> Columns(Question question) => [.. Series(question).Select(s => s.ColumnOf(question))];

    public override IEnumerable<RuleViolationException> Faults(Question question) =>
        [.. base.Faults(question), .. NumberKind.BoundFaults(question)];

    public override IEnumerable<AnswerProblem> Problems(Question question) =>
    [
        AnswerProblem.Missing, AnswerProblem.NotANumber, AnswerProblem.AnswerAndNone, AnswerProblem.TooManyDecimals(question.Decimals),
        AnswerProblem.TooSmall(question.Minimum ?? 0), AnswerProblem.TooLarge(question.Maximum ?? Longest),
    ];

    /// <summary>In one cell: the actual duration, a slash or semicolon, the acceptable one.</summary>
    public override AnswerReading Imported(Question question, string value)
    {
        string[] parts = value.Split(['/', ';', '|'], StringSplitOptions.TrimEntries);
        return parts.Length > 2 ? new(null, AnswerProblem.NotANumber)
            : InFile(question, parts[0], parts.Length > 1 ? parts[1] : "");
    }

    public override IReadOnlyList<string> FileParts(Question question) => Both;

    public override AnswerReading FromParts(Question question, IReadOnlyDictionary<string, string> cells) =>
        InFile(question, cells.GetValueOrDefault(Actual, ""), cells.GetValueOrDefault(Acceptable, ""));

    private static AnswerReading InFile(Question question, string actual, string acceptable)
    {
        decimal? took = NumberKind.InFile(actual, question.Decimals), would = NumberKind.InFile(acceptable, question.Decimals);
        if ((took is null && actual.Length > 0) || (would is null && acceptable.Length > 0)) return new(null, AnswerProblem.NotANumber);
        if (took is null && would is null) return default;
        var answer = new Answer.Duration(took, would);
        return Fault(question, answer) is { } problem ? new(null, problem) : new(answer);
    }

    public override AnswerProblem? Check(Question question, Answer answer) => Fault(question, answer);

    private static AnswerProblem? Fault(Question question, Answer answer)
    {
        if (answer is not Answer.Duration duration) return null;
        Question bounded = question with { Minimum = question.Minimum ?? 0, Maximum = question.Maximum ?? Longest };
        return (duration.Actual is { } actual ? NumberKind.Fault(bounded, actual) : null)
            ?? (duration.Acceptable is { } acceptable ? NumberKind.Fault(bounded, acceptable) : null);
    }

    public override AnswerCoder? Coder(Question question) => null;

    public override IReadOnlyList<NumberSeries> Series(Question question) =>
    [
        new(Actual, LabelOf(Actual), SeriesSummary.Amount), new(Acceptable, LabelOf(Acceptable), SeriesSummary.Amount),
        new(AcceptableMet, LabelOf(AcceptableMet), SeriesSummary.Share),
    ];

    public override double? Measured(Question question, Answer answer, NumberSeries series) =>
        answer is not Answer.Duration duration ? null : series.Part switch
        {
            Actual => (double?)duration.Actual,
            Acceptable => (double?)duration.Acceptable,
            _ => duration.AcceptableMet is { } met ? met ? 1 : 0 : null,
        };

    protected override AnswerReading Sent(Question question, Sending sent)
    {
        if (sent.Values.Count > 0) return new(null, AnswerProblem.AnswerAndNone);
        string actual = sent.Part(Actual), acceptable = sent.Part(Acceptable);
        decimal? took = TypedNumber.Read(actual, question.Decimals), would = TypedNumber.Read(acceptable, question.Decimals);
        if ((took is null && actual.Length > 0) || (would is null && acceptable.Length > 0)) return new(null, AnswerProblem.NotANumber);
        var answer = new Answer.Duration(took, would);
        return new(answer, Check(question, answer));
    }

    protected override Answer? Kept(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        return new Answer.Duration(Of(Actual), Of(Acceptable));

        decimal? Of(string part) =>
            value.TryGetProperty(part, out JsonElement number) && number.TryGetDecimal(out decimal read) ? read : null;
    }
}
