using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>What is decided on an entry of the register.</summary>
public sealed class RulingForm
{
    /// <summary>Of the entry that the form was made from.</summary>
    public int Version { get; set; }

    [Display(Name = "Decision"), Required(ErrorMessage = "Choose what is decided.")]
    public ActionRuling? Ruling { get; set; }

    [Display(Name = "Reason"), Required(ErrorMessage = "Give the reason.")]
    [StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reason { get; set; }

    [Display(Name = "Reason"), StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? AlsoReason { get; set; }

    [Display(Name = "Owner")]
    public Guid? OwnerId { get; set; }

    /// <summary>Somebody without an account, where none is chosen.</summary>
    [Display(Name = "Or the name of somebody without an account")]
    [StringLength(ImprovementAction.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Owner { get; set; }

    [Display(Name = "Due")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "Look at it again on")]
    public DateOnly? Until { get; set; }
}
