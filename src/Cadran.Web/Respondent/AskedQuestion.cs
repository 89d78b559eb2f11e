using System.Globalization;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Web.Words;
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
    public string Control => Question.Kind is ScaleKind or OneOfKind ? "radio" : "checkbox";

    /// <summary>Options stand in a list that opens.</summary>
    public bool IsDropdown => Question is { Display: QuestionDisplay.Dropdown, Kind: OneOfKind };

    /// <summary>One control takes the answer, and its label is the question.</summary>
    public bool HasOneControl => Question.Kind.HasOneControl || IsDropdown;

    /// <summary>Points are drawn by number though they have words, as an author may wish.</summary>
    public bool ShowsNumbers => Question.Scale is { } scale && (!scale.HasEveryLabel || Question.Display == QuestionDisplay.Numbers);

    /// <summary>What is drawn above a point and says nothing that its number or words do not; empty for none.</summary>
    public string Picture(string point)
    {
        if (Question.Scale is not { } scale || scale.Find(point) is not { } value) return "";
        int step = scale.Code(value) - scale.Codes.Minimum;
        return Question.Display switch
        {
            QuestionDisplay.Stars => new string('★', step + 1),
            QuestionDisplay.Faces => Faces[(int)Math.Round(step * (Faces.Length - 1d) / (scale.Points - 1), MidpointRounding.AwayFromZero)],
            _ => "",
        };
    }

    private static readonly string[] Faces = ["😠", "😞", "😐", "😊", "😄"];

    public bool HasHint => Question.Hint.In(Language).Length > 0 || Question.Kind.Advice(Question) is not null;

    /// <summary>Points are shown by their numbers, and words beside them say what the ends mean.</summary>
    public bool HasEnds => ShowsNumbers && Question.Scale is { Labels.Count: > 0 };

    /// <summary>Ids of what explains the question, the problem with it aside.</summary>
    public string DescribedBy => (HasHint, HasEnds) switch
    {
        (true, true) => $"{Name}-hint {Name}-ends",
        (true, false) => $"{Name}-hint",
        (false, true) => $"{Name}-ends",
        _ => "",
    };

    /// <summary>How many options, the first of the list, come in an order drawn for each person; the rest stay last.</summary>
    private int Drawn => Question.RandomOptions
        ? Question.Options.TakeWhile(o => o is { TakesText: false, Exclusive: false }).Count() : 0;

    /// <summary>Stands before the option at that place of the list: it may be drawn, and it may be hidden.</summary>
    public IHtmlContent Begin(int at) => Places(
        at == 0 && Drawn > 0 ? AnswerTemplate.Shuffle(Question.Code) : null,
        at < Drawn ? AnswerTemplate.Piece(Question.Options[at].Code) : null,
        WhereOffered(OptionAt(at)));

    public IHtmlContent End(int at) => Places(
        EndOffered(OptionAt(at)), at < Drawn ? AnswerTemplate.End() : null, at == Drawn - 1 ? AnswerTemplate.End() : null);

    /// <summary>What follows is there for whom the option is offered.</summary>
    public IHtmlContent WhereOffered(QuestionOption? option) =>
        Places(option?.ShownWhen is null ? null : AnswerTemplate.If("offered", Question.Code, option.Code));

    public IHtmlContent EndOffered(QuestionOption? option) => Places(option?.ShownWhen is null ? null : AnswerTemplate.End());

    private QuestionOption? OptionAt(int at) => Question.Options.ElementAtOrDefault(at);

    private static HtmlString Places(params IHtmlContent?[] places) => new(string.Concat(places.Select(place => place?.ToString())));

    public static AskedQuestion Of(Question question, string language) => new(question, language, FieldName.Of(question));

    /// <summary>What stands in a sentence, as people of the page's language write it: days in words, numbers with their signs.</summary>
    public static object[] Written(object[] args) =>
    [
        .. args.Select(arg => arg switch
        {
            DateOnly day => day.Long(),
            decimal number => number.ToString("#,0.######", CultureInfo.CurrentCulture),
            _ => arg,
        }),
    ];

    /// <summary>Marks the control with this value where it was chosen.</summary>
    public IHtmlContent Checked(string value) => AnswerTemplate.Where(" checked", "is", Question.Code, value);

    /// <summary>Marks the option of a list that opens.</summary>
    public IHtmlContent Selected(string value) => AnswerTemplate.Where(" selected", "is", Question.Code, value);

    /// <summary>Name and id of the field of a part of the answer.</summary>
    public string Part(string part) => SectionAnswers.PartOf(Name, part);

    /// <summary>What was typed into the field of a part, or into the question's own.</summary>
    public IHtmlContent Typed(string part = "") => AnswerTemplate.Text(part, Question.Code);

    /// <summary>Put in where there is a problem with the answer.</summary>
    public IHtmlContent WithProblem(string text) => AnswerTemplate.Where(text, "problem", Question.Code);
}
