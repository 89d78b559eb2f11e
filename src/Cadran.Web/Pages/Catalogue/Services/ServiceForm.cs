using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>Names and descriptions of a service, as somebody writes them.</summary>
public sealed class ServiceForm : IValidatableObject
{
    public const int DescriptionMaxLength = 5000;

    [Display(Name = "Name in English"), DisplayFormat(ConvertEmptyStringToNull = false)]
    [StringLength(300, ErrorMessage = "Shorten this name: {1} characters at most.")]
    public string? NameEn { get; set; }

    [Display(Name = "Name in French"), DisplayFormat(ConvertEmptyStringToNull = false)]
    [StringLength(300, ErrorMessage = "Shorten this name: {1} characters at most.")]
    public string? NameFr { get; set; }

    [Display(Name = "Name in Dutch"), DisplayFormat(ConvertEmptyStringToNull = false)]
    [StringLength(300, ErrorMessage = "Shorten this name: {1} characters at most.")]
    public string? NameNl { get; set; }

    [Display(Name = "Name in German"), DisplayFormat(ConvertEmptyStringToNull = false)]
    [StringLength(300, ErrorMessage = "Shorten this name: {1} characters at most.")]
    public string? NameDe { get; set; }

    [Display(Name = "Description in English"), DisplayFormat(ConvertEmptyStringToNull = false)]
    [StringLength(DescriptionMaxLength, ErrorMessage = "Shorten this description: {1} characters at most.")]
    public string? DescriptionEn { get; set; }

    [Display(Name = "Description in French"), DisplayFormat(ConvertEmptyStringToNull = false)]
    [StringLength(DescriptionMaxLength, ErrorMessage = "Shorten this description: {1} characters at most.")]
    public string? DescriptionFr { get; set; }

    [Display(Name = "Description in Dutch"), DisplayFormat(ConvertEmptyStringToNull = false)]
    [StringLength(DescriptionMaxLength, ErrorMessage = "Shorten this description: {1} characters at most.")]
    public string? DescriptionNl { get; set; }

    [Display(Name = "Description in German"), DisplayFormat(ConvertEmptyStringToNull = false)]
    [StringLength(DescriptionMaxLength, ErrorMessage = "Shorten this description: {1} characters at most.")]
    public string? DescriptionDe { get; set; }

    /// <summary>Of the service that the form was made from.</summary>
    public int Version { get; set; }

    public static ServiceForm Of(Service service) =>
        new()
        {
            Version = service.Version,
            NameEn = service.Name.En,
            NameFr = service.Name.Fr,
            NameNl = service.Name.Nl,
            NameDe = service.Name.De,
            DescriptionEn = service.Description.En,
            DescriptionFr = service.Description.Fr,
            DescriptionNl = service.Description.Nl,
            DescriptionDe = service.Description.De,
        };

    /// <summary>Empty where somebody emptied it; what the form does not ask for, because nobody works in that language, stays.</summary>
    public LocalText Name(LocalText? before = null) => Onto(before, NameEn, NameFr, NameNl, NameDe, typed => typed.Trim());

    public LocalText Description(LocalText? before = null) =>
        Onto(before, DescriptionEn, DescriptionFr, DescriptionNl, DescriptionDe, typed => typed.Trim().ReplaceLineEndings("\n"));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Name() == LocalText.Empty)
            yield return new ValidationResult("Enter the name of the service in at least one language.",
                [NameEn is not null ? nameof(NameEn) : NameFr is not null ? nameof(NameFr)
                    : NameNl is not null ? nameof(NameNl) : nameof(NameDe)]);
    }

    private static LocalText Onto(
        LocalText? before, string? en, string? fr, string? nl, string? de, Func<string, string> clean)
    {
        LocalText was = before ?? LocalText.Empty;
        return new(en is null ? was.En : clean(en), fr is null ? was.Fr : clean(fr),
            nl is null ? was.Nl : clean(nl), de is null ? was.De : clean(de));
    }
}
