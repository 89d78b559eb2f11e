using System.ComponentModel.DataAnnotations;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>Files of the inventory, as somebody sends them.</summary>
public sealed class ImportForm
{
    [Display(Name = "Import for"), Required(ErrorMessage = "Choose an organisation.")]
    public Guid? OrganisationId { get; set; }

    [Display(Name = "Files of the inventory"), Required(ErrorMessage = "Choose one or two files.")]
    [MinLength(1, ErrorMessage = "Choose one or two files."), MaxLength(2, ErrorMessage = "Choose one or two files.")]
    public List<IFormFile> Files { get; set; } = [];

    [Display(Name = "Published on")]
    public DateOnly? PublishedOn { get; set; }
}
