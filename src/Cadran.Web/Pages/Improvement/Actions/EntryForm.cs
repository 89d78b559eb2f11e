using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>An entry of the register as somebody raises it.</summary>
public sealed class EntryForm
{
    [Display(Name = "Service")]
    public Guid? ServiceId { get; set; }

    /// <summary>Its number or words of its name, where there are too many to list.</summary>
    [Display(Name = "Service, name or number"), StringLength(200)]
    public string? Service { get; set; }

    [Display(Name = "What is to be improved"), Required(ErrorMessage = "Say what is to be improved.")]
    [StringLength(ImprovementAction.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Title { get; set; }

    [Display(Name = "Description"), StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Description { get; set; }

    [Display(Name = "Where it comes from"), Required(ErrorMessage = "Choose where it comes from.")]
    public SourceKind? Kind { get; set; }

    /// <summary>Number of the thing that it comes from, where the form was opened from its page.</summary>
    public Guid? Source { get; set; }

    [Display(Name = "Where it is to be found"), StringLength(EntrySource.WordsMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Words { get; set; }

    [Display(Name = "Wanted by"), Required(ErrorMessage = "Enter the date.")]
    public DateOnly? WantedBy { get; set; }

    [Display(Name = "What is to be improved"), StringLength(ImprovementAction.TitleMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? AlsoTitle { get; set; }

    [Display(Name = "Description"), StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? AlsoDescription { get; set; }
}
