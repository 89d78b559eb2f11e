using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cadran.Questionnaires;

/// <summary>
/// What a question asks for: everything that differs between a rating, a choice and a comment is said by its class, and nowhere else
/// (docs/adr/0301). The shape of an answer (<see cref="Answer"/>) says how it is stored and shown again.
/// </summary>
[JsonConverter(typeof(QuestionKindJson)), TypeConverter(typeof(QuestionKindText))]
public abstract class QuestionKind
{
    public static QuestionKind Rating { get; } = new RatingKind();
    public static QuestionKind Choice { get; } = new ChoiceKind();
    public static QuestionKind Choices { get; } = new ChoicesKind();
    public static QuestionKind Comment { get; } = new CommentKind();
    public static QuestionKind Recommend { get; } = new RecommendKind();
    public static QuestionKind YesNo { get; } = new YesNoKind();
    public static QuestionKind Ranking { get; } = new RankingKind();
    public static QuestionKind Number { get; } = new NumberKind();
    public static QuestionKind Sum { get; } = new SumKind();
    public static QuestionKind Date { get; } = new DateKind();
    public static QuestionKind Duration { get; } = new DurationKind();
    public static QuestionKind Text { get; } = new TextKind();
    public static QuestionKind PostalCode { get; } = new PostalCodeKind();
    public static QuestionKind Phone { get; } = new PhoneKind();
    public static QuestionKind Statement { get; } = new StatementKind();
    public static QuestionKind Consent { get; } = new ConsentKind();
    public static QuestionKind Hidden { get; } = new HiddenKind();
    public static QuestionKind File { get; } = new FileKind();

    /// <summary>Every kind, in the order in which authors choose.</summary>
    public static IReadOnlyList<QuestionKind> All { get; } =
    [
        Rating, Recommend, YesNo, Choice, Choices, Ranking, Number, Sum, Date, Duration,
        Text, Comment, PostalCode, Phone, Statement, Consent, Hidden, File,
    ];

    /// <summary>Its name in stored questionnaires and forms, which never changes.</summary>
    public abstract string Code { get; }

    /// <summary>What authors call it: English, the key of its translations.</summary>
    public abstract string Name { get; }

    /// <summary>Name of the partial view with its controls, the one markup of pages, previews and the editor.</summary>
    public virtual string Partial => "_" + Code;

    /// <summary>Seconds to decide and answer, reading not counted.</summary>
    public abstract double Seconds { get; }

    /// <summary>Share of the words of its labels that people read at each question, in [0, 1].</summary>
    public virtual double LabelsRead => 1;

    /// <summary>Asks for points of a scale, and so has a score.</summary>
    public virtual bool HasScale => false;

    /// <summary>The scale a question of this kind has, of the one its author wrote.</summary>
    public virtual RatingScale ScaleOf(RatingScale written) => written;

    /// <summary>People are asked something: false for what is only read.</summary>
    public virtual bool HasAnswer => true;

    /// <summary>People see it: false for what the address or the author has said already.</summary>
    public virtual bool IsShown => true;

    /// <summary>One control takes the whole answer, so that its label is the question; otherwise controls stand in a group.</summary>
    public virtual bool HasOneControl => IsText;

    /// <summary>An answer can lead to the person who gave it, whatever else is kept with it.</summary>
    public virtual bool IsPersonal => false;

    /// <summary>People choose from options that the author lists.</summary>
    public virtual bool HasOptions => false;

    /// <summary>People may choose more than one.</summary>
    public virtual bool TakesSeveral => false;

    /// <summary>The answer is free text: one control, and personal data is masked before anything is kept.</summary>
    public virtual bool IsText => false;

    /// <summary>An answer puts a person into one group, by which results can be divided.</summary>
    public virtual bool Groups => false;

    public static QuestionKind? Find(string code) => All.FirstOrDefault(kind => kind.Code == code);

    /// <summary>Name for a list of questions, with what is particular to this one; placeholders take the arguments.</summary>
    public virtual (string Words, object[] Args) Describe(Question question) => (Name, []);

    /// <summary>What can be chosen, in order of display; empty for free text.</summary>
    public virtual IReadOnlyList<QuestionOption> Options(Question question) => question.Options;

    /// <summary>What respondents may say instead of answering.</summary>
    public virtual IReadOnlyList<NoValueCode> Offered(Question question) => question.NoValues;

    /// <summary>Names of the fields beside the question's own, such as one for each part of a sum; none for most.</summary>
    public virtual IReadOnlyList<string> Parts(Question question) => [];

    /// <summary>A hint that follows from the kind and not from the author; null when there is none.</summary>
    public virtual (string Words, object[] Args)? Advice(Question question) => null;

    /// <summary>What somebody must put right before the question can be asked, each under the name of the property it is about.</summary>
    public virtual IEnumerable<RuleViolationException> Faults(Question question)
    {
        if (question.Role is ItemRole.Overall or ItemRole.Driver && !HasScale)
            yield return new RuleViolationException("question.not-a-rating",
                "Overall satisfaction and drivers are ratings.", nameof(Question.Kind));
    }

    /// <summary>Reads what a page of ours sent: codes of options, or what was typed.</summary>
    /// <param name="values">What stood in the question's own field, without what is empty.</param>
    /// <param name="parts">What stood in the fields of its <see cref="Parts"/>; null where there are none.</param>
    public AnswerReading Posted(Question question, IReadOnlyList<string> values, IReadOnlyDictionary<string, string>? parts = null)
    {
        bool typed = parts is not null && parts.Values.Any(part => !string.IsNullOrWhiteSpace(part));
        if (values.Count == 0 && !typed) return default;
        NoValueCode? none = values is [var only] ? NoValueCode.Find(only) : null;
        if (none is null || !Offered(question).Contains(none)) return Sent(question, new(values, parts ?? Sending.NoParts));
        if (!typed) return new(new Answer.None(none.Kind));
        return ReadsText(question) ? new(new Answer.None(none.Kind)) : new(null, AnswerProblem.AnswerAndNone);
    }

    /// <summary>Reads a value out of somebody's file: a code, a label in any language, or a text.</summary>
    public abstract AnswerReading Imported(Question question, string value);

    /// <summary>Reads an answer as <see cref="Answer.Write"/> stored it; null for what is none.</summary>
    public Answer? Stored(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && NoValueCode.Find(value.GetString()!) is { } none
            ? new Answer.None(none.Kind) : Kept(value);

    /// <summary>What keeps an answer that was kept from being sent; null when nothing does.</summary>
    public virtual AnswerProblem? Check(Question question, Answer answer) => null;

    /// <summary>What can be wrong with what a page sends, for the places where the page says so.</summary>
    public virtual IEnumerable<AnswerProblem> Problems(Question question) => [AnswerProblem.Missing, AnswerProblem.NotAnOption];

    /// <summary>Names of its columns in files of answers, one or one per option; no question's code can be another's column.</summary>
    public virtual IReadOnlyList<string> Columns(Question question) => [question.Code];

    /// <summary>What columns of somebody's file can each hold of an answer: an option, one of two durations; none for most.</summary>
    public virtual IReadOnlyList<string> FileParts(Question question) => [];

    /// <summary>Reads an answer of which a file holds each part in a column.</summary>
    /// <param name="cells">By part, without those that are empty or stand for nothing.</param>
    public virtual AnswerReading FromParts(Question question, IReadOnlyDictionary<string, string> cells) => default;

    /// <summary>How its answers become numbers in a table; null when they do not.</summary>
    public abstract AnswerCoder? Coder(Question question);

    /// <summary>The measurements that its answers give, such as an amount or the rank of each option; none for most.</summary>
    public virtual IReadOnlyList<NumberSeries> Series(Question question) => [];

    /// <summary>The measurement of one answer in each of its <see cref="Series"/>; null where it gives none.</summary>
    public virtual double? Measured(Question question, Answer answer, NumberSeries series) => null;

    public override string ToString() => Code;

    /// <summary>Reads one or more values that are not empty and not one of those offered instead of an answer.</summary>
    protected abstract AnswerReading Sent(Question question, Sending sent);

    /// <summary>What was typed belongs to an option, and says nothing where the option was not chosen.</summary>
    protected virtual bool ReadsText(Question question) => HasOptions;

    protected abstract Answer? Kept(JsonElement value);

    /// <summary>
    /// The option with that code, else with that label in any language, a number before it or not; null when there is none.
    /// </summary>
    internal static string? OptionOf(Question question, string value) => OptionOf(question.Options, value);

    /// <inheritdoc cref="OptionOf(Question, string)"/>
    internal static string? OptionOf(IReadOnlyList<QuestionOption> options, string value) =>
        (options.FirstOrDefault(o => o.Code == value) ?? options.FirstOrDefault(o => o.Label.Reads(value))
            ?? options.FirstOrDefault(o => string.Equals(o.Code, value, StringComparison.OrdinalIgnoreCase)))?.Code
        ?? (LabelText.Numbered(value) is var (_, words) ? options.FirstOrDefault(o => o.Label.Reads(words))?.Code : null);

    /// <summary>Bounds that leave something between them.</summary>
    protected static IEnumerable<RuleViolationException> CountFaults(Question question, int most)
    {
        if (question.Least is { } least && (least < 1 || least > most))
            yield return new RuleViolationException("question.least", "The least lies between {0} and {1}.",
                nameof(Question.Least), 1, most);
        if (question.Most is { } asked && (asked < 1 || asked > most))
            yield return new RuleViolationException("question.most", "The most lies between {0} and {1}.", nameof(Question.Most), 1, most);
        if (question is { Least: { } from, Most: { } to } && from > to)
            yield return new RuleViolationException("question.least-over-most",
                "The least is more than the most: nobody could answer.", nameof(Question.Most));
    }

    /// <summary>What people can choose from must be two options at least and few enough to be read.</summary>
    protected static IEnumerable<RuleViolationException> OptionFaults(Question question)
    {
        const string options = nameof(Question.Options);
        if (question.Options.Count < 2)
            yield return new RuleViolationException("question.few-options", "Write at least two options, one on each line.", options);
        if (question.Options.Count > OwnItem.MaxOptions)
            yield return new RuleViolationException("question.many-options", "A question has at most 60 options.", options);
    }
}
