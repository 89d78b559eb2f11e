using System.ComponentModel.DataAnnotations;
using Cadran.Questionnaires;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>
/// A question people write themselves, as the form sends it. Options are written one a line, in the same order in each language.
/// </summary>
public sealed class OwnForm : IValidatableObject
{
    private const string BadCode = "A code has at most 40 characters: small letters, digits and underscores, a letter first.";

    private const string NoLine = "Write the numbers of the lines of these options, such as 4, 5. The first option is line 1.";

    public string? Section { get; set; }
    public QuestionKind Kind { get; set; } = QuestionKind.Rating;
    public ItemRole Role { get; set; } = ItemRole.Other;
    public Driver Driver { get; set; }
    public Phase Phase { get; set; }
    public Orientation Orientation { get; set; }
    public LocalTextForm Text { get; set; } = new();
    public LocalTextForm Hint { get; set; } = new();
    public LocalTextForm Options { get; set; } = new();
    public ScaleForm Scale { get; set; } = new();
    public DetailForm Detail { get; set; } = new();

    /// <summary>Heading of the table that it stands in with its neighbours; empty for none.</summary>
    public LocalTextForm Grid { get; set; } = new();

    [Display(Name = "Most options one person may choose"), Range(1, OwnItem.MaxOptions)]
    public int? Most { get; set; }
    public bool Required { get; set; }

    [Display(Name = "Offer “does not apply to me”")]
    public bool NotApplicable { get; set; } = true;

    [StringLength(OwnItem.CodeMaxLength, ErrorMessage = BadCode)]
    public string? Code { get; set; }

    /// <param name="grid">Heading of its grid.</param>
    public static OwnForm From(Question question, LocalText grid) => new()
    {
        Code = question.Code,
        Kind = question.Kind,
        Role = question.Role,
        Driver = question.Driver,
        Phase = question.Phase,
        Orientation = question.Orientation,
        Text = LocalTextForm.From(question.Text),
        Hint = LocalTextForm.From(question.Hint),
        Detail = DetailForm.From(question),
        Required = question.Required,
        Most = question.Most,
        NotApplicable = question.AllowsNotApplicable,
        Scale = question.Scale is { } scale ? ScaleForm.From(scale) : new(),
        Options = LocalLines.Write([.. question.Options.Select(o => o.Label)]),
        Grid = LocalTextForm.From(grid),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Text.Text == LocalText.Empty) yield return new("Write the question in at least one language.", ["Text.En"]);
        if (!string.IsNullOrEmpty(Code) && !OwnItem.IsCode(Code)) yield return new(BadCode, [nameof(Code)]);
        if (Kind.HasOptions && LocalLines.Uneven(Options))
            yield return new(
                "Write the same number of options in each language, in the same order. A language may also stay empty for now.",
                ["Options.Fr"]);
        if (Kind.HasScale && LocalLines.Uneven(Scale.Labels))
            yield return new(
                "Write the same number of words in each language, lowest point first. A language may also stay empty for now.",
                ["Scale.Labels.Fr"]);
        int options = Offered([]).Count;
        if (Kind is ChoiceKind or ChoicesKind && DetailForm.IsWrong(Detail.TakesText, options))
            yield return new(NoLine, ["Detail.TakesText"]);
        if (Kind is ChoicesKind && DetailForm.IsWrong(Detail.Exclusive, options)) yield return new(NoLine, ["Detail.Exclusive"]);
        var text = validationContext.GetRequiredService<IStringLocalizer<Text>>();
        foreach (RuleViolationException fault in Kind.Faults(ToQuestion("own", null)))
            yield return new(text[fault.Message, [.. fault.Args]], [FieldOf(fault)]);
    }

    public Question ToQuestion(string code, Question? before)
    {
        // What the form does not ask for stays as it was.
        Question question = (before ?? new() { Code = code, Kind = Kind, Text = LocalText.Empty }) with
        {
            Kind = Kind,
            Text = Text.Onto(before?.Text ?? LocalText.Empty),
            Hint = Hint.Onto(before?.Hint ?? LocalText.Empty),
            Role = Role,
            Driver = Role == ItemRole.Driver ? Driver : Driver.None,
            Phase = Phase,
            Orientation = Orientation,
            Required = Required,
            NoValues = Kind is CommentKind or TextKind or StatementKind or HiddenKind or FileKind ? [] : [.. Offering()],
            Most = Kind is ChoicesKind or RankingKind or FileKind ? Most : null,
            Core = false,
        };
        // Which of the two a kind has is said by setting both.
        question = Kind.HasScale ? question with { Options = [], Scale = Scale.ToScale(before?.Scale) }
            : question with { Options = Kind.HasOptions ? Offered(before?.Options ?? []) : [] };
        return Detail.Onto(question);
    }

    private IEnumerable<NoValueCode> Offering()
    {
        if (NotApplicable) yield return NoValueCode.NotApplicable;
        if (Detail.DontKnow) yield return NoValueCode.DontKnow;
        if (Detail.Refused) yield return NoValueCode.Refused;
    }

    private IReadOnlyList<QuestionOption> Offered(IReadOnlyList<QuestionOption> before) =>
        OwnItem.Options(LocalLines.Read(Options, [.. before.Select(o => o.Label)]), before);

    private static string FieldOf(RuleViolationException fault) => fault.Field switch
    {
        nameof(Question.Options) => "Options.En",
        nameof(Question.Scale) => "Scale.Labels.En",
        nameof(Question.Hint) => "Hint.En",
        nameof(Question.Most) or nameof(Question.Required) => fault.Field,
        nameof(Question.Least) or nameof(Question.Maximum) or nameof(Question.Decimals) or nameof(Question.Total)
            or nameof(Question.Latest) or nameof(Question.Length) or nameof(Question.Pattern) or nameof(Question.Country)
            or nameof(Question.Value) => $"Detail.{fault.Field}",
        _ => nameof(Kind),
    };
}
