using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>The verdict on the effect of an action, as somebody gives it.</summary>
public sealed class JudgementForm
{
    public enum Choice { Verified, NotShown }

    [Display(Name = "Wave that shows it")]
    public Guid? AfterWave { get; set; }

    [Display(Name = "Verdict")]
    public Choice? Verdict { get; set; }

    [Display(Name = "Conclusion"), StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reason { get; set; }

    [Display(Name = "Conclusion"), StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? AlsoReason { get; set; }
}
