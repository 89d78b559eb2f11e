using System.ComponentModel.DataAnnotations;
using Cadran.Standards;

namespace Cadran.Web.Pages.Standards;

/// <summary>What a standard aims at in one year, or why it has no target.</summary>
public sealed class TargetForm : IValidatableObject
{
    [Display(Name = "Fiscal year"), Required(ErrorMessage = "Enter the fiscal year.")]
    public string? Year { get; set; }

    [Display(Name = "Target")]
    public string? Target { get; set; }

    [Display(Name = "Why there is no target")]
    public TargetAbsence? Absence { get; set; }

    [Display(Name = "Reason"), StringLength(Correction.ReasonMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reason { get; set; }

    /// <summary>Of the standard that the form was made from.</summary>
    public int Version { get; set; }

    public StandardTarget? Aim() => StandardTarget.TryRead(Target ?? "", out StandardTarget target, out _) ? target : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Target is { Length: > 0 } && Aim() is null)
            yield return new ValidationResult("Enter the target, such as 90%.", [nameof(Target)]);
    }
}
