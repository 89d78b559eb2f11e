using Cadran.Questionnaires;

namespace Cadran.Web.Respondent;

/// <summary>Name and id of a question's field: the item code behind a prefix, so that no code can be mistaken for a button.</summary>
internal static class FieldName
{
    public static string Of(Question question) => Of(question.Code);
    public static string Of(string code) => Prefix + code;

    /// <summary>What the field is about; null for a field of no question.</summary>
    public static string? CodeOf(string field) => field.StartsWith(Prefix, StringComparison.Ordinal) ? field[Prefix.Length..] : null;

    private const string Prefix = "q-";

    /// <summary>Id of the control a link to the question should focus.</summary>
    public static string First(Question question) => question switch
    {
        { Display: QuestionDisplay.Dropdown } or { Kind.HasOneControl: true } => Of(question),
        { Kind: AmountsKind or DurationKind } when question.Kind.Parts(question) is [var part, ..] =>
            Collection.SectionAnswers.PartOf(Of(question), part),
        _ => question.Kind.Options(question) is [var first, ..] ? $"{Of(question)}-{first.Code}" : Of(question),
    };
}
