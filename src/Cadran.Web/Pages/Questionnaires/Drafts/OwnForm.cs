using System.ComponentModel.DataAnnotations;
using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>A question people write themselves, as the form sends it. Options are written one a line, in the same order in each language.</summary>
public sealed class OwnForm : IValidatableObject
{
    public string? Section { get; set; }
    public QuestionKind Kind { get; set; }
    public ItemRole Role { get; set; } = ItemRole.Other;
    public Driver Driver { get; set; }
    public Phase Phase { get; set; }
    public Orientation Orientation { get; set; }
    public LocalTextForm Text { get; set; } = new();
    public LocalTextForm Options { get; set; } = new();
    public string? Scale { get; set; } = "satisfaction";

    [Display(Name = "Most options one person may choose"), Range(1, OwnItem.MaxOptions)]
    public int? Most { get; set; }
    public bool Required { get; set; }

    [Display(Name = "Offer “does not apply to me”")]
    public bool NotApplicable { get; set; } = true;

    [StringLength(OwnItem.CodeMaxLength, ErrorMessage = "A code has at most 40 characters: small letters, digits and underscores, a letter first.")]
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
        Scale = MeasureBank.Current.Scales.FirstOrDefault(s => s.Value.SequenceEqual(question.Options.Select(o => o.Label))).Key,
        Options = LocalTextForm.From(question.Kind is QuestionKind.Choice or QuestionKind.Choices ? Lines(question.Options) : LocalText.Empty),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Text.Text == LocalText.Empty) yield return new("Write the question in at least one language.", ["Text.En"]);
        if (!string.IsNullOrEmpty(Code) && !OwnItem.IsCode(Code)) yield return new("A code has at most 40 characters: small letters, digits and underscores, a letter first.", [nameof(Code)]);
        if (Kind is QuestionKind.Choice or QuestionKind.Choices)
        {
            int options = Labels().Count;
            if (options < 2) yield return new("Write at least two options, one on each line.", ["Options.En"]);
            // A language without any may be written later; one with some would have its options beside the wrong ones.
            int[] written = [.. new[] { Options.En, Options.Fr, Options.Nl, Options.De }.Select(Split).Select(lines => lines.Count(line => line.Length > 0)).Where(n => n > 0).Distinct()];
            if (written.Length > 1) yield return new("Write the same number of options in each language, in the same order. A language may also stay empty for now.", ["Options.Fr"]);
            if (options > OwnItem.MaxOptions) yield return new("A question has at most 60 options.", ["Options.En"]);
        }
        if (Role == ItemRole.Overall && Kind != QuestionKind.Rating) yield return new("Overall satisfaction and drivers are ratings.", [nameof(Kind)]);
    }

    public Question ToQuestion(string code, Question? before) => new()
    {
        Code = code,
        Column = before?.Column,
        Kind = Kind,
        Text = Text.Text,
        Role = Role,
        Driver = Role == ItemRole.Driver ? Driver : Driver.None,
        Phase = Phase,
        Orientation = Orientation,
        Required = Required,
        AllowsNotApplicable = NotApplicable && Kind == QuestionKind.Rating,
        Most = Kind == QuestionKind.Choices ? Most : null,
        Core = false,
        Options = Kind switch
        {
            QuestionKind.Rating => MeasureBank.Current.Scales.ContainsKey(Scale ?? "") ? MeasureBank.Current.RatingOptions(Scale!) : before?.Options is { Count: > 0 } kept ? kept : MeasureBank.Current.RatingOptions("satisfaction"),
            QuestionKind.Comment => [],
            _ => OwnItem.Options(Labels(), before?.Options ?? []),
        },
    };

    private List<LocalText> Labels()
    {
        string[][] columns = [Split(Options.En), Split(Options.Fr), Split(Options.Nl), Split(Options.De)];
        return [.. Enumerable.Range(0, columns.Max(c => c.Length)).Select(i => new LocalText(At(0, i), At(1, i), At(2, i), At(3, i))).Where(label => label != LocalText.Empty)];

        string At(int language, int line) => line < columns[language].Length ? columns[language][line] : "";
    }

    private static string[] Split(string? lines) => (lines ?? "").TrimEnd().Split('\n').Select(line => line.Trim()).ToArray() is [""] ? [] : [.. (lines ?? "").TrimEnd().Split('\n').Select(line => line.Trim())];

    private static LocalText Lines(IReadOnlyList<QuestionOption> options) => new(
        string.Join('\n', options.Select(o => o.Label.En)), string.Join('\n', options.Select(o => o.Label.Fr)), string.Join('\n', options.Select(o => o.Label.Nl)), string.Join('\n', options.Select(o => o.Label.De)));
}
