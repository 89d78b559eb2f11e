using System.ComponentModel.DataAnnotations;
using Cadran.Standards;

namespace Cadran.Web.Pages.Standards;

/// <summary>What a standard commits to, as somebody writes it by hand.</summary>
public sealed class TermsForm : IValidatableObject
{
    private const string TooLong = "Use at most {1} characters.";

    [Display(Name = "What is promised on, in English"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    public string? ObjectEn { get; set; }

    [Display(Name = "What is promised on, in French"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    public string? ObjectFr { get; set; }

    [Display(Name = "What is counted")]
    public StandardMeasure Measure { get; set; }

    [Display(Name = "Promised share"), Required(ErrorMessage = "Enter the share of the cases that is promised, such as 90%.")]
    public string? Proportion { get; set; }

    [Display(Name = "Limit of time")]
    public decimal? Limit { get; set; }

    [Display(Name = "Counted in")]
    public TimeUnit Unit { get; set; } = TimeUnit.BusinessDays;

    [Display(Name = "Calendar")]
    public Guid? CalendarId { get; set; }

    [Display(Name = "The clock starts, in English"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    public string? StartEn { get; set; }

    [Display(Name = "The clock starts, in French"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    public string? StartFr { get; set; }

    [Display(Name = "The clock stops, in English"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    public string? EndEn { get; set; }

    [Display(Name = "The clock stops, in French"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    public string? EndFr { get; set; }

    [Display(Name = "The clock stands still, in English"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    public string? PausesEn { get; set; }

    [Display(Name = "The clock stands still, in French"), StringLength(LocalText.MaxLength, ErrorMessage = TooLong)]
    public string? PausesFr { get; set; }

    [Display(Name = "Owner"), StringLength(StandardTerms.OwnerMaxLength, ErrorMessage = TooLong)]
    public string? Owner { get; set; }

    [Display(Name = "Address of its publication"), StringLength(StandardTerms.AddressMaxLength, ErrorMessage = TooLong)]
    public string? Address { get; set; }

    [Display(Name = "First day"), Required(ErrorMessage = "Enter the first day of these terms.")]
    public DateOnly? From { get; set; }

    [Display(Name = "Reason"), StringLength(Correction.ReasonMaxLength, ErrorMessage = TooLong)]
    public string? Reason { get; set; }

    /// <summary>Of the standard that the form was made from.</summary>
    public int Version { get; set; }

    public static TermsForm Of(ServiceStandard standard, DateOnly today)
    {
        if (standard.Latest is not { Terms: var terms }) return new() { Version = standard.Version, From = today };
        return new()
        {
            Version = standard.Version,
            From = today,
            ObjectEn = terms.Object.En,
            ObjectFr = terms.Object.Fr,
            Measure = terms.Measure,
            Proportion = (100 * terms.Proportion.Share).ToString("0.############", System.Globalization.CultureInfo.CurrentCulture) + "%",
            Limit = terms.Limit,
            Unit = terms.Unit,
            CalendarId = terms.CalendarId,
            StartEn = terms.ClockStart.En,
            StartFr = terms.ClockStart.Fr,
            EndEn = terms.ClockEnd.En,
            EndFr = terms.ClockEnd.Fr,
            PausesEn = terms.Pauses.En,
            PausesFr = terms.Pauses.Fr,
            Owner = terms.Owner,
            Address = terms.Address,
        };
    }

    public StandardTerms Terms(StandardTerms? before) =>
        new(Said(before?.Object, ObjectEn, ObjectFr), Measure, StandardTarget.TryRead(Proportion ?? "", out StandardTarget share, out _)
            ? share : default)
        {
            Limit = Measure == StandardMeasure.Time ? Limit : null,
            Unit = Unit,
            CalendarId = CalendarId,
            ClockStart = Said(before?.ClockStart, StartEn, StartFr),
            ClockEnd = Said(before?.ClockEnd, EndEn, EndFr),
            Pauses = Said(before?.Pauses, PausesEn, PausesFr),
            Owner = Owner?.Trim() ?? "",
            Address = Address?.Trim() ?? "",
        };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(ObjectEn + ObjectFr))
            yield return new ValidationResult("Say what is promised, in at least one language.", [nameof(ObjectEn)]);
        if (Proportion is not null && !StandardTarget.TryRead(Proportion, out _, out _))
            yield return new ValidationResult("Enter the share of the cases that is promised, such as 90%.", [nameof(Proportion)]);
    }

    // Languages that the form does not show stay as they were.
    private static LocalText Said(LocalText? before, string? en, string? fr) =>
        (before ?? LocalText.Empty) with { En = en?.Trim() ?? "", Fr = fr?.Trim() ?? "" };
}
