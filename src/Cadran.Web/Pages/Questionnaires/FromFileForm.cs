using System.ComponentModel.DataAnnotations;
using Cadran.Questionnaires;
using Cadran.Web.Platform;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>Questions proposed from the columns of a file, as the form sends them back. The file itself is not kept.</summary>
public sealed class FromFileForm : IValidatableObject
{
    [Display(Name = "Service"), Required(ErrorMessage = "Choose a service.")]
    public Guid? ServiceId { get; set; }

    /// <summary>Its number or words of its name, where there are too many to list.</summary>
    [Display(Name = "Service, name or number"), StringLength(200)]
    public string? Service { get; set; }

    [Display(Name = "Name"), Required(ErrorMessage = "Give the questionnaire a name.")]
    [StringLength(Questionnaire.NameMaxLength, ErrorMessage = "A name may have at most 200 characters.")]
    public string? Name { get; set; }

    [Display(Name = "Why more than a fifth are your own")]
    [StringLength(Questionnaire.ReasonMaxLength, ErrorMessage = "A reason may have at most 1,000 characters.")]
    public string? Reason { get; set; }

    /// <summary>In which the file is written.</summary>
    [Display(Name = "Language of the file")]
    public string? Language { get; set; }

    public List<ColumnForm> Columns { get; set; } = [];

    /// <summary>Columns of the file that can be no question.</summary>
    public List<LeftColumn> Left { get; set; } = [];

    private string Written => LocalText.Languages.Contains(Language ?? "") ? Language! : Localization.Language;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var text = validationContext.GetRequiredService<IStringLocalizer<Text>>();
        foreach (var (at, column) in Columns.Index().Where(c => c.Item.Include))
        {
            if (!column.Rating && LocalLines.Uneven(column.Options))
                yield return new(text["{0}: {1}", column.Name, text["Write the same number of options in each language, " +
                    "in the same order. A language may also stay empty for now."]], [$"{nameof(Columns)}[{at}].Use"]);
            Question question = column.ToQuestion(new(), Written);
            foreach (RuleViolationException fault in question.Kind.Faults(question))
                yield return new(text["{0}: {1}", column.Name, text[fault.Message, [.. fault.Args]]], [FieldOf(fault, at)]);
        }
    }

    /// <param name="languages">In which respondents will read it.</param>
    public QuestionnaireContent ToContent(LocalText title, IReadOnlyList<string> languages)
    {
        var content =
            new QuestionnaireContent
            {
                Title = title,
                Welcome = MeasureBank.Current.Welcome,
                Thanks = MeasureBank.Current.Thanks,
                Languages = languages,
            };
        foreach (var (code, name, members) in Sections())
        {
            if (members.Count == 0) continue;
            content = content with { Sections = [.. content.Sections, new Section { Code = code, Title = name }] };
            content = members.Aggregate(content, (draft, column) => draft.Add(code, column.ToQuestion(draft, Written)));
        }
        return content;
    }

    private IEnumerable<(string Code, LocalText Name, List<ColumnForm> Members)> Sections()
    {
        MeasureBank bank = MeasureBank.Current;
        List<ColumnForm> chosen = [.. Columns.Where(c => c.Include)];
        var ratings = new LocalText("Your ratings", "Vos notes", "Uw beoordelingen", "Ihre Bewertungen");
        yield return ("overall", bank.Sections.First(s => s.Code == "overall").Title, [.. chosen.Where(c => c.Use == "overall")]);
        yield return ("ratings", ratings, [.. chosen.Where(c => c.Use is "driver" or "other")]);
        yield return ("profile", bank.Sections.First(s => s.Code == "profile").Title, [.. chosen.Where(c => c.Use == "profile")]);
    }

    private static string FieldOf(RuleViolationException fault, int column) => $"{nameof(Columns)}[{column}]." + fault.Field switch
    {
        nameof(Question.Scale) => nameof(ColumnForm.Lowest),
        nameof(Question.Kind) => nameof(ColumnForm.Use),
        _ => nameof(ColumnForm.Rating),
    };
}
