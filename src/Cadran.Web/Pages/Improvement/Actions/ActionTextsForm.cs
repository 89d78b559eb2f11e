using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Each text of an action in the language it lacks.</summary>
public sealed class ActionTextsForm
{
    [Display(Name = "Action"), StringLength(ImprovementAction.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Title { get; set; }

    [Display(Name = "Description"), StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Description { get; set; }

    [Display(Name = "Reason"), StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? AbandonedReason { get; set; }

    [Display(Name = "Conclusion"), StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? VerdictReason { get; set; }

    public bool IsWritten => !string.IsNullOrWhiteSpace(Title + Description + AbandonedReason + VerdictReason);
}
