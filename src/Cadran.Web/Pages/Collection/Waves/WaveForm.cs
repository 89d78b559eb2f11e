using System.ComponentModel.DataAnnotations;
using Cadran.Collection;

namespace Cadran.Web.Pages.Collection;

/// <summary>A wave as somebody plans it.</summary>
public sealed class WaveForm
{
    [Display(Name = "Questionnaire"), Required(ErrorMessage = "Choose a questionnaire.")]
    public Guid? VersionId { get; set; }

    [Display(Name = "Name"), Required(ErrorMessage = "Give the wave a name.")]
    [StringLength(Wave.NameMaxLength, ErrorMessage = "A name may have at most 80 characters.")]
    public string? Name { get; set; }

    [Display(Name = "First day"), Required(ErrorMessage = "Choose the first day.")]
    public DateOnly? OpensOn { get; set; }

    [Display(Name = "Last day"), Required(ErrorMessage = "Choose the last day.")]
    public DateOnly? ClosesOn { get; set; }

    public bool ProbabilitySample { get; set; }
}
