using System.ComponentModel.DataAnnotations;
using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>Which file of another tool becomes a questionnaire of which service.</summary>
public sealed class ImportForm
{
    [Display(Name = "Service"), Required(ErrorMessage = "Choose a service.")]
    public Guid? ServiceId { get; set; }

    /// <summary>Its number or words of its name, where there are too many to list.</summary>
    [Display(Name = "Service, name or number"), StringLength(200)]
    public string? Service { get; set; }

    [Display(Name = "Name"), Required(ErrorMessage = "Give the questionnaire a name.")]
    [StringLength(Questionnaire.NameMaxLength, ErrorMessage = "A name may have at most 200 characters.")]
    public string? Name { get; set; }

    /// <summary>The file that was looked at, as the program keeps it for a day.</summary>
    public Guid? File { get; set; }

    [StringLength(300)]
    public string? FileName { get; set; }
}
