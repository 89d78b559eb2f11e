using System.ComponentModel.DataAnnotations;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>
/// The same text in each language, as a form sends it: empty where somebody emptied it, null in a language that the form does not ask for.
/// </summary>
public sealed class LocalTextForm
{
    private const string TooLong = "A text may have at most 2,000 characters.";

    [Display(Name = "English"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? En { get; set; }

    [Display(Name = "French"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Fr { get; set; }

    [Display(Name = "Dutch"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Nl { get; set; }

    [Display(Name = "German"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? De { get; set; }

    public static LocalTextForm From(LocalText text) => new() { En = text.En, Fr = text.Fr, Nl = text.Nl, De = text.De };

    public LocalText Text => new(Clean(En), Clean(Fr), Clean(Nl), Clean(De));

    /// <summary>The text as it was, with what the form asked for in place of it.</summary>
    public LocalText Onto(LocalText before) => new(
        En is null ? before.En : Clean(En), Fr is null ? before.Fr : Clean(Fr),
        Nl is null ? before.Nl : Clean(Nl), De is null ? before.De : Clean(De));

    private static string Clean(string? typed) => typed?.Trim() ?? "";
}
