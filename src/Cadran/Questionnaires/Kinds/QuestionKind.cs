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

    /// <summary>Every kind, in the order in which authors choose.</summary>
    public static IReadOnlyList<QuestionKind> All { get; } = [Rating, Choice, Choices, Comment];

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
    public virtual IReadOnlyList<NoValueCode> Offered(Question question) =>
        question.AllowsNotApplicable ? [NoValueCode.NotApplicable] : [];

    /// <summary>A hint that follows from the kind and not from the author; null when there is none.</summary>
    public virtual (string Words, object[] Args)? Advice(Question question) => null;

    /// <summary>What somebody must put right before the question can be asked, each under the name of the property it is about.</summary>
    public virtual IEnumerable<RuleViolationException> Faults(Question question)
    {
        if (question.Role is ItemRole.Overall or ItemRole.Driver && !HasScale)
            yield return new RuleViolationException("question.not-a-rating",
                "Overall satisfaction and drivers are ratings.", nameof(Question.Kind));
    }

    /// <summary>Reads what a page of ours sent: codes of options, or a text.</summary>
    public AnswerReading Posted(Question question, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return default;
        NoValueCode? none = values is [var only] ? NoValueCode.Find(only) : null;
        return none is not null && Offered(question).Contains(none) ? new(new Answer.None(none.Kind)) : Sent(question, values);
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

    /// <summary>How its answers become numbers in a table; null when they do not.</summary>
    public abstract AnswerCoder? Coder(Question question);

    public override string ToString() => Code;

    /// <summary>Reads one or more values that are not empty and not one of those offered instead of an answer.</summary>
    protected abstract AnswerReading Sent(Question question, IReadOnlyList<string> values);

    protected abstract Answer? Kept(JsonElement value);

    /// <summary>
    /// The option with that code, else with that label in any language, a number before it or not; null when there is none.
    /// </summary>
    internal static string? OptionOf(Question question, string value) =>
        (question.Options.FirstOrDefault(o => o.Code == value) ?? question.Options.FirstOrDefault(o => o.Label.Reads(value))
            ?? question.Options.FirstOrDefault(o => string.Equals(o.Code, value, StringComparison.OrdinalIgnoreCase)))?.Code
        ?? (LabelText.Numbered(value) is var (_, words) ? question.Options.FirstOrDefault(o => o.Label.Reads(words))?.Code : null);

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
