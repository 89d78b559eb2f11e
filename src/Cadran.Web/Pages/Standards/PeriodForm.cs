using System.ComponentModel.DataAnnotations;

namespace Cadran.Web.Pages.Standards;

/// <summary>What was reached on a standard in a month or a quarter.</summary>
public sealed class PeriodForm
{
    [Display(Name = "Month or quarter"), Required(ErrorMessage = "Enter the month or the quarter.")]
    public string? Period { get; set; }

    [Display(Name = "Cases that kept it"), Required(ErrorMessage = "Enter how many cases kept the standard.")]
    public long? Meeting { get; set; }

    [Display(Name = "All cases"), Required(ErrorMessage = "Enter how many cases there were.")]
    public long? Total { get; set; }

    [Display(Name = "Reason"), StringLength(Correction.ReasonMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reason { get; set; }

    /// <summary>Of the standard that the form was made from.</summary>
    public int Version { get; set; }
}
