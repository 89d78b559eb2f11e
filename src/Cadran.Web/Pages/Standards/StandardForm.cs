using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Standards;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Standards;

/// <summary>What a standard says, as somebody writes it by hand.</summary>
public sealed class StandardForm : IValidatableObject
{
    [Display(Name = "Standard, in English"), StringLength(LocalText.MaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? TextEn { get; set; }

    [Display(Name = "Standard, in French"), StringLength(LocalText.MaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? TextFr { get; set; }

    [Display(Name = "Type"), Required(ErrorMessage = "Choose a type.")]
    public string? Type { get; set; }

    [Display(Name = "Channel"), Required(ErrorMessage = "Choose a channel.")]
    public string? Channel { get; set; }

    [Display(Name = "Reason"), StringLength(Correction.ReasonMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reason { get; set; }

    /// <summary>Of the standard that the form was made from.</summary>
    public int Version { get; set; }

    public static StandardForm Of(ServiceStandard standard) => new()
    {
        TextEn = standard.Text.En,
        TextFr = standard.Text.Fr,
        Type = standard.Type,
        Channel = standard.Channel,
        Version = standard.Version,
    };

    public LocalText Text(LocalText? before = null) =>
        (before ?? LocalText.Empty) with { En = TextEn?.Trim() ?? "", Fr = TextFr?.Trim() ?? "" };

    /// <param name="also">What a file has said instead of one of the types; it may stay.</param>
    public static IEnumerable<SelectListItem> Types(IStringLocalizer text, string? also = null) =>
        Choices(ServiceStandard.Types, text, also);

    public static IEnumerable<SelectListItem> Channels(IStringLocalizer text, string? also = null) =>
        Choices(Inventory.ContactChannels, text, also);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(TextEn + TextFr))
            yield return new ValidationResult("Say what clients can count on, in at least one language.", [nameof(TextEn)]);
        if (Type is not null && Type.Length > ServiceStandard.TypeMaxLength)
            yield return new ValidationResult("Choose a type.", [nameof(Type)]);
        if (Channel is not null && Channel.Length > ServiceStandard.ChannelMaxLength)
            yield return new ValidationResult("Choose a channel.", [nameof(Channel)]);
    }

    private static IEnumerable<SelectListItem> Choices(IEnumerable<string> codes, IStringLocalizer text, string? also) =>
        codes.Union(also is { Length: > 0 } ? [also] : []).Select(c => new SelectListItem(text[InventoryWords.For(c)], c));
}
