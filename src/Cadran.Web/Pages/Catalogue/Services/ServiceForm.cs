using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>Names and descriptions of a service, as somebody writes them.</summary>
public sealed class ServiceForm : IValidatableObject
{
    public const int DescriptionMaxLength = 5000;

    [Display(Name = "Name in English")]
    [StringLength(300, ErrorMessage = "Shorten this name: {1} characters at most.")]
    public string? NameEn { get; set; }

    [Display(Name = "Name in French")]
    [StringLength(300, ErrorMessage = "Shorten this name: {1} characters at most.")]
    public string? NameFr { get; set; }

    [Display(Name = "Description in English")]
    [StringLength(DescriptionMaxLength, ErrorMessage = "Shorten this description: {1} characters at most.")]
    public string? DescriptionEn { get; set; }

    [Display(Name = "Description in French")]
    [StringLength(DescriptionMaxLength, ErrorMessage = "Shorten this description: {1} characters at most.")]
    public string? DescriptionFr { get; set; }

    public static ServiceForm Of(Service service) =>
        new()
        {
            NameEn = service.Name.En,
            NameFr = service.Name.Fr,
            DescriptionEn = service.Description.En,
            DescriptionFr = service.Description.Fr,
        };

    public LocalText Name(LocalText? before = null) =>
        (before ?? LocalText.Empty) with { En = NameEn?.Trim() ?? "", Fr = NameFr?.Trim() ?? "" };

    public LocalText Description(LocalText? before = null) =>
        (before ?? LocalText.Empty) with { En = Lines(DescriptionEn), Fr = Lines(DescriptionFr) };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(NameEn) && string.IsNullOrWhiteSpace(NameFr))
            yield return new ValidationResult("Enter the name of the service in at least one language.", [nameof(NameEn)]);
    }

    private static string Lines(string? text) => (text ?? "").Trim().ReplaceLineEndings("\n");
}
