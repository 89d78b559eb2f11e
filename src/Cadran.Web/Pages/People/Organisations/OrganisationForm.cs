using System.ComponentModel.DataAnnotations;
using Cadran.People;

namespace Cadran.Web.Pages.People;

/// <summary>What an organisation is called and in which languages it works, as somebody writes it.</summary>
public sealed class OrganisationForm : IValidatableObject
{
    private const string TooLong = "Shorten this name: {1} characters at most.";

    [Display(Name = "Usual language"), Required(ErrorMessage = "Choose the usual language.")]
    public string? Usual { get; set; }

    [Display(Name = "Languages the organisation works in")]
    public string[] Languages { get; set; } = [];

    [Display(Name = "Name in English"), StringLength(Organisation.NameMaxLength, ErrorMessage = TooLong)]
    public string? NameEn { get; set; }

    [Display(Name = "Name in French"), StringLength(Organisation.NameMaxLength, ErrorMessage = TooLong)]
    public string? NameFr { get; set; }

    [Display(Name = "Name in Dutch"), StringLength(Organisation.NameMaxLength, ErrorMessage = TooLong)]
    public string? NameNl { get; set; }

    [Display(Name = "Name in German"), StringLength(Organisation.NameMaxLength, ErrorMessage = TooLong)]
    public string? NameDe { get; set; }

    /// <summary>Of the organisation that the form was made from.</summary>
    public int Version { get; set; }

    public LocalText Name => new(Written(NameEn), Written(NameFr), Written(NameNl), Written(NameDe));

    /// <summary>The usual one first.</summary>
    public IReadOnlyList<string> Ordered =>
        [.. LocalText.Languages.Where(l => l == Usual || Languages.Contains(l)).OrderByDescending(l => l == Usual)];

    public static OrganisationForm Of(Organisation organisation) => new()
    {
        Usual = organisation.Languages[0],
        Languages = [.. organisation.Languages],
        NameEn = organisation.Name.En,
        NameFr = organisation.Name.Fr,
        NameNl = organisation.Name.Nl,
        NameDe = organisation.Name.De,
        Version = organisation.Version,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        string field = Usual switch { "fr" => nameof(NameFr), "nl" => nameof(NameNl), "de" => nameof(NameDe), _ => nameof(NameEn) };
        if (Usual is not null && Name.Exactly(Usual).Length == 0)
            yield return new ValidationResult("Write the name in the usual language of the organisation.", [field]);
    }

    private static string Written(string? typed) => typed?.Trim() ?? "";
}
