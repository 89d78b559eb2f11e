using System.ComponentModel.DataAnnotations;
using Cadran.Standards;

namespace Cadran.Web.Pages.Standards;

/// <summary>What changed, or what is done about misses.</summary>
public sealed class NoteForm : IValidatableObject
{
    [Display(Name = "What the note is about")]
    public StandardNoteKind Kind { get; set; }

    [Display(Name = "Day"), Required(ErrorMessage = "Enter the day.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Note, in English"), StringLength(StandardNote.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? TextEn { get; set; }

    [Display(Name = "Note, in French"), StringLength(StandardNote.TextMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? TextFr { get; set; }

    public LocalText Said() => new(TextEn?.Trim() ?? "", TextFr?.Trim() ?? "");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(TextEn + TextFr))
            yield return new ValidationResult("Write the note in at least one language.", [nameof(TextEn)]);
    }
}
