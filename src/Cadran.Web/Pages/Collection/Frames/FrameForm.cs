using System.ComponentModel.DataAnnotations;
using Cadran.Collection;

namespace Cadran.Web.Pages.Collection;

/// <summary>A frame as somebody adds it.</summary>
public sealed class FrameForm
{
    [Display(Name = "Organisation"), Required(ErrorMessage = "Choose an organisation.")]
    public Guid? OrganisationId { get; set; }

    [Display(Name = "Code of the frame"), Required(ErrorMessage = "Enter a number or a short code.")]
    [StringLength(Frame.CodeMaxLength)]
    public string? Code { get; set; }

    [Display(Name = "Name"), Required(ErrorMessage = "Give the frame a name.")]
    [StringLength(Frame.NameMaxLength)]
    public string? Name { get; set; }

    [Display(Name = "Number of the service")]
    public string? Service { get; set; }

    [Display(Name = "Contacts are kept until"), Required(ErrorMessage = "Choose the last day on which contacts are kept.")]
    public DateOnly? ContactsUntil { get; set; }
}
