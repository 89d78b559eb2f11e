using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>What can be corrected of a decision.</summary>
public sealed class DecisionEditForm : IValidatableObject
{
    /// <summary>Of the decision that the form was made from.</summary>
    public int Version { get; set; }

    [Display(Name = "Decision, in English"), StringLength(Decision.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? TitleEn { get; set; }

    [Display(Name = "Decision, in French"), StringLength(Decision.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? TitleFr { get; set; }

    [Display(Name = "Reasons, in English"), StringLength(Decision.ReasonsMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? ReasonsEn { get; set; }

    [Display(Name = "Reasons, in French"), StringLength(Decision.ReasonsMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? ReasonsFr { get; set; }

    [Display(Name = "Decided by, in English"), StringLength(Decision.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? BodyEn { get; set; }

    [Display(Name = "Decided by, in French"), StringLength(Decision.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? BodyFr { get; set; }

    [Display(Name = "Date of the decision"), Required(ErrorMessage = "Enter the date.")]
    public DateOnly? DecidedOn { get; set; }

    [Display(Name = "Reason"), StringLength(Correction.ReasonMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reason { get; set; }

    public static DecisionEditForm Of(Decision decision) => new()
    {
        Version = decision.Version,
        TitleEn = decision.Title.En,
        TitleFr = decision.Title.Fr,
        ReasonsEn = decision.Reasons.En,
        ReasonsFr = decision.Reasons.Fr,
        BodyEn = decision.Body.En,
        BodyFr = decision.Body.Fr,
        DecidedOn = decision.DecidedOn,
    };

    public LocalText Title(LocalText before) => before with { En = Written(TitleEn), Fr = Written(TitleFr) };

    public LocalText Reasons(LocalText before) => before with { En = Written(ReasonsEn), Fr = Written(ReasonsFr) };

    public LocalText Body(LocalText before) => before with { En = Written(BodyEn), Fr = Written(BodyFr) };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Written(TitleEn + TitleFr).Length == 0)
            yield return new ValidationResult("Say in a few words what was decided.", [nameof(TitleEn)]);
        if (Written(ReasonsEn + ReasonsFr).Length == 0)
            yield return new ValidationResult("Give the reasons: they are what a reader will ask for.", [nameof(ReasonsEn)]);
        if (Written(BodyEn + BodyFr).Length == 0)
            yield return new ValidationResult("Name the person or body that decided.", [nameof(BodyEn)]);
    }

    private static string Written(string? text) => (text ?? "").Trim().ReplaceLineEndings("\n");
}
