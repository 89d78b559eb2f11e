using Cadran.Questionnaires;

namespace Cadran.Web.Respondent;

/// <summary>Name and id of a question's field: the item code behind a prefix, so that no code can be mistaken for a button.</summary>
internal static class FieldName
{
    public static string Of(Question question) => Of(question.Code);
    public static string Of(string code) => "q-" + code;

    /// <summary>Id of the control a link to the question should focus.</summary>
    public static string First(Question question) =>
        question.Kind.Options(question) is [var first, ..] ? $"{Of(question)}-{first.Code}" : Of(question);
}
