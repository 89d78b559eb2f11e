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

    public string? Section { get; set; }
    public QuestionKind Kind { get; set; } = QuestionKind.Rating;
    public ItemRole Role { get; set; } = ItemRole.Other;
    public Driver Driver { get; set; }
    public Phase Phase { get; set; }
    public Orientation Orientation { get; set; }
    public LocalTextForm Text { get; set; } = new();
    public LocalTextForm Options { get; set; } = new();
    public ScaleForm Scale { get; set; } = new();

    [Display(Name = "Most options one person may choose"), Range(1, OwnItem.MaxOptions)]
    public int? Most { get; set; }
    public bool Required { get; set; }

    [Display(Name = "Offer “does not apply to me”")]
    public bool NotApplicable { get; set; } = true;

    [StringLength(OwnItem.CodeMaxLength, ErrorMessage = BadCode)]
    public string? Code { get; set; }

    public static OwnForm From(Question question) => new()
    {
        Code = question.Code,
        Kind = question.Kind,
        Role = question.Role,
        Driver = question.Driver,
        Phase = question.Phase,
        Orientation = question.Orientation,
        Text = LocalTextForm.From(question.Text),
        Required = question.Required,
        Most = question.Most,
        NotApplicable = question.AllowsNotApplicable,
        Scale = question.Scale is { } scale ? ScaleForm.From(scale) : new(),
        Options = LocalLines.Write([.. question.Options.Select(o => o.Label)]),
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
        var text = validationContext.GetRequiredService<IStringLocalizer<Text>>();
        foreach (RuleViolationException fault in Kind.Faults(ToQuestion("own", null)))
            yield return new(text[fault.Message, [.. fault.Args]], [FieldOf(fault)]);
    }

    public Question ToQuestion(string code, Question? before) => new()
    {
        Code = code,
        Column = before?.Column,
        Kind = Kind,
        Text = Text.Onto(before?.Text ?? LocalText.Empty),
        Role = Role,
        Driver = Role == ItemRole.Driver ? Driver : Driver.None,
        Phase = Phase,
        Orientation = Orientation,
        Required = Required,
        AllowsNotApplicable = NotApplicable && Kind.HasScale,
        Most = Kind.TakesSeveral ? Most : null,
        Core = false,
        Scale = Kind.HasScale ? Scale.ToScale(before?.Scale) : null,
        Options = Kind.HasOptions ? OwnItem.Options(LocalLines.Read(Options, [.. (before?.Options ?? []).Select(o => o.Label)]), before?.Options ?? []) : [],
    };

    private static string FieldOf(RuleViolationException fault) => fault.Field switch
    {
        nameof(Question.Options) => "Options.En",
        nameof(Question.Scale) => "Scale.Labels.En",
        _ => nameof(Kind),
    };
}
