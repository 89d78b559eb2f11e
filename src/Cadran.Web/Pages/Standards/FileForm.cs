using System.ComponentModel.DataAnnotations;

namespace Cadran.Web.Pages.Standards;

/// <summary>A file of months or quarters.</summary>
public sealed class FileForm
{
    [Display(Name = "File of results"), Required(ErrorMessage = "Choose a file.")]
    public IFormFile? Upload { get; set; }

    [Display(Name = "Reason"), StringLength(Correction.ReasonMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reason { get; set; }

    /// <summary>Of the standard that the form was made from.</summary>
    public int Version { get; set; }
}
