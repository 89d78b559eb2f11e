using Cadran.Questionnaires;
using Microsoft.AspNetCore.Html;

namespace Cadran.Web.Respondent;

/// <summary>
/// A question as people are asked it in one language: what the partial views of a question and of its kind are rendered from.
/// </summary>
/// <param name="Name">Name of its controls, and id of their group.</param>
public sealed record AskedQuestion(Question Question, string Language, string Name)
{
    public string Partial => $"/Respondent/Kinds/{Question.Kind.Partial}.cshtml";

    /// <summary>Type of the controls that choose something.</summary>
    public string Control => Question.Kind.TakesSeveral ? "checkbox" : "radio";

    public bool HasHint => Question.Hint.In(Language).Length > 0 || Question.Kind.Advice(Question) is not null;

    /// <summary>Points are shown by their numbers, and words beside them say what the ends mean.</summary>
    public bool HasEnds => Question.Scale is { HasEveryLabel: false, Labels.Count: > 0 };

    /// <summary>Ids of what explains the question, the problem with it aside.</summary>
    public string DescribedBy => (HasHint, HasEnds) switch
    {
        (true, true) => $"{Name}-hint {Name}-ends",
        (true, false) => $"{Name}-hint",
        (false, true) => $"{Name}-ends",
        _ => "",
    };

    public static AskedQuestion Of(Question question, string language) => new(question, language, FieldName.Of(question));

    /// <summary>Marks the control with this value where it was chosen.</summary>
    public IHtmlContent Checked(string value) => AnswerTemplate.Where(" checked", "is", Question.Code, value);

    /// <summary>Put in where there is a problem with the answer.</summary>
    public IHtmlContent WithProblem(string text) => AnswerTemplate.Where(text, "problem", Question.Code);
}
