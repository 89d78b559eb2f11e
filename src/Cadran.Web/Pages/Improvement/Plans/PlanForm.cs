using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;
using Cadran.Web.Platform;
using Cadran.Web.Words;

namespace Cadran.Web.Pages.Improvement;

/// <summary>What somebody writes in a plan, in the language of the page and in the other.</summary>
public sealed class PlanForm
{
    private const string TooLong = "Use at most {1} characters.";

    [Display(Name = "What the year is about"), Required(ErrorMessage = "Say in a few lines what the year is about.")]
    [StringLength(PlanTexts.MaxLength, ErrorMessage = TooLong)]
    public string? Summary { get; set; }

    [Display(Name = "People and means"), StringLength(PlanTexts.MaxLength, ErrorMessage = TooLong)]
    public string? Resources { get; set; }

    [Display(Name = "How progress is measured"), StringLength(PlanTexts.MaxLength, ErrorMessage = TooLong)]
    public string? Measuring { get; set; }

    [Display(Name = "What the year is about"), StringLength(PlanTexts.MaxLength, ErrorMessage = TooLong)]
    public string? AlsoSummary { get; set; }

    [Display(Name = "People and means"), StringLength(PlanTexts.MaxLength, ErrorMessage = TooLong)]
    public string? AlsoResources { get; set; }

    [Display(Name = "How progress is measured"), StringLength(PlanTexts.MaxLength, ErrorMessage = TooLong)]
    public string? AlsoMeasuring { get; set; }

    [Display(Name = "Planned budget")]
    public long? Budget { get; set; }

    [Display(Name = "Currency"), StringLength(PlanTexts.CurrencyLength, ErrorMessage = TooLong)]
    public string? Currency { get; set; } = "CAD";

    /// <summary>Of the plan that the form was made from.</summary>
    public int Version { get; set; }

    public bool IsAlsoWritten => !string.IsNullOrWhiteSpace(AlsoSummary + AlsoResources + AlsoMeasuring);

    public PlanTexts Texts => new(WrittenText.Of(Summary, AlsoSummary), WrittenText.Of(Resources, AlsoResources),
        WrittenText.Of(Measuring, AlsoMeasuring), Budget, Currency?.Trim().ToUpperInvariant() ?? "");

    public static PlanForm Of(PlanTexts texts, int version)
    {
        string here = Localization.Language, there = WrittenText.Other;
        return new()
        {
            Summary = texts.Summary.Exactly(here),
            Resources = texts.Resources.Exactly(here),
            Measuring = texts.Measuring.Exactly(here),
            AlsoSummary = texts.Summary.Exactly(there),
            AlsoResources = texts.Resources.Exactly(there),
            AlsoMeasuring = texts.Measuring.Exactly(there),
            Budget = texts.Budget,
            Currency = texts.Currency.Length > 0 ? texts.Currency : "CAD",
            Version = version,
        };
    }
}
