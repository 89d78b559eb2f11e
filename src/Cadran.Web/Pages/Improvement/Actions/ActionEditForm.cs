using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>What can be corrected of an action.</summary>
public sealed class ActionEditForm : IValidatableObject
{
    /// <summary>Of the action that the form was made from.</summary>
    public int Version { get; set; }

    [Display(Name = "Action, in English"), StringLength(ImprovementAction.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? TitleEn { get; set; }

    [Display(Name = "Action, in French"), StringLength(ImprovementAction.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? TitleFr { get; set; }

    [Display(Name = "Description in English")]
    [StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? DescriptionEn { get; set; }

    [Display(Name = "Description in French")]
    [StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? DescriptionFr { get; set; }

    [Display(Name = "Owner")]
    public Guid? OwnerId { get; set; }

    /// <summary>Somebody without an account, where none is chosen.</summary>
    [Display(Name = "Or the name of somebody without an account")]
    [StringLength(ImprovementAction.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Owner { get; set; }

    [Display(Name = "Substitute")]
    public Guid? SubstituteId { get; set; }

    [Display(Name = "Due"), Required(ErrorMessage = "Enter the date.")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "Reason"), StringLength(Correction.ReasonMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reason { get; set; }

    public static ActionEditForm Of(ImprovementAction action) => new()
    {
        Version = action.Version,
        TitleEn = action.Title.En,
        TitleFr = action.Title.Fr,
        DescriptionEn = action.Description.En,
        DescriptionFr = action.Description.Fr,
        OwnerId = action.OwnerId,
        Owner = action.OwnerId is null ? action.Owner : null,
        SubstituteId = action.SubstituteId,
        DueOn = action.DueOn,
    };

    public LocalText Title(LocalText before) => before with { En = Written(TitleEn), Fr = Written(TitleFr) };

    public LocalText Description(LocalText before) => before with { En = Written(DescriptionEn), Fr = Written(DescriptionFr) };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Written(TitleEn + TitleFr).Length == 0) yield return new ValidationResult("Say what will be done.", [nameof(TitleEn)]);
    }

    private static string Written(string? text) => (text ?? "").Trim().ReplaceLineEndings("\n");
}
