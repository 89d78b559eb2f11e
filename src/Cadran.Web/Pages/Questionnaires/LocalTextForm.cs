using System.ComponentModel.DataAnnotations;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>The same text in each language, as a form sends it.</summary>
public sealed class LocalTextForm
{
    private const string TooLong = "A text may have at most 2,000 characters.";

    [Display(Name = "English"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    public string? En { get; set; }

    [Display(Name = "French"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    public string? Fr { get; set; }

    [Display(Name = "Dutch"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    public string? Nl { get; set; }

    [Display(Name = "German"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    public string? De { get; set; }

    public static LocalTextForm From(LocalText text) => new() { En = text.En, Fr = text.Fr, Nl = text.Nl, De = text.De };

    public LocalText Text => new(Clean(En), Clean(Fr), Clean(Nl), Clean(De));

    private static string Clean(string? typed) => typed?.Trim() ?? "";
}
