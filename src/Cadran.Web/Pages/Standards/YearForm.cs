using System.ComponentModel.DataAnnotations;
using Cadran.Standards;

namespace Cadran.Web.Pages.Standards;

/// <summary>What was reached on a standard in a year.</summary>
public sealed class YearForm : IValidatableObject
{
    [Display(Name = "Fiscal year"), Required(ErrorMessage = "Enter the fiscal year.")]
    public string? Year { get; set; }

    [Display(Name = "Target"), Required(ErrorMessage = "Enter the target, such as 90%.")]
    public string? Target { get; set; }

    [Display(Name = "Cases that kept it"), Required(ErrorMessage = "Enter how many cases kept the standard.")]
    public long? Meeting { get; set; }

    [Display(Name = "All cases"), Required(ErrorMessage = "Enter how many cases there were.")]
    public long? Total { get; set; }

    [Display(Name = "Reason"), StringLength(Correction.ReasonMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reason { get; set; }

    /// <summary>Of the standard that the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>A method: what is worked out is nothing that a form could hold or a check should visit.</summary>
    public StandardFigures Figures() =>
        new(StandardTarget.TryRead(Target ?? "", out StandardTarget target, out _) ? target : null, Meeting, Total);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Target is not null && !StandardTarget.TryRead(Target, out _, out _))
            yield return new ValidationResult("Enter the target, such as 90%.", [nameof(Target)]);
    }
}
