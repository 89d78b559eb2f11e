using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>The texts of a decision in a second language, given with it or afterwards.</summary>
public sealed class DecisionTextsForm
{
    [Display(Name = "Decision"), StringLength(Decision.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Title { get; set; }

    [Display(Name = "Reasons"), StringLength(Decision.ReasonsMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reasons { get; set; }

    [Display(Name = "Decided by"), StringLength(Decision.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Body { get; set; }

    public bool IsWritten => !string.IsNullOrWhiteSpace(Title + Reasons + Body);
}
