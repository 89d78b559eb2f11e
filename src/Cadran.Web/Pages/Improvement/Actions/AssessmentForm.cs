using System.ComponentModel.DataAnnotations;
using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>What an entry would take and bring, as somebody judges it.</summary>
public sealed class AssessmentForm
{
    /// <summary>Of the entry that the form was made from.</summary>
    public int Version { get; set; }

    [Display(Name = "Effort"), Required(ErrorMessage = "Choose how much effort it takes.")]
    public ActionSize? Effort { get; set; }

    [Display(Name = "Cost"), Range(0, ActionAssessment.CostMost, ErrorMessage = "Enter a cost from 0, without decimals.")]
    public long? Cost { get; set; }

    [Display(Name = "Risk"), Required(ErrorMessage = "Choose how risky it is.")]
    public ActionSize? Risk { get; set; }

    [Display(Name = "What could go wrong"), StringLength(ActionAssessment.RiskMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? RiskWords { get; set; }

    [Display(Name = "Benefit"), Required(ErrorMessage = "Say what it brings, and to whom.")]
    [StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Benefit { get; set; }

    [Display(Name = "Benefit"), StringLength(ImprovementAction.DescriptionMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? AlsoBenefit { get; set; }

    [Display(Name = "Who would do it"), StringLength(ActionAssessment.LineMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? ServiceLine { get; set; }

    [Display(Name = "Measure it should move")]
    public string? Item { get; set; }

    [Display(Name = "Expected effect"), Range(0.1, 100, ErrorMessage = "Enter a number above 0, at most 100.")]
    public double? ExpectedPoints { get; set; }

    public static AssessmentForm Of(ImprovementAction entry, string own, string other) => new()
    {
        Version = entry.Version,
        Effort = entry.Assessment?.Effort,
        Cost = entry.Assessment?.Cost,
        Risk = entry.Assessment?.Risk,
        RiskWords = entry.Assessment?.RiskWords,
        Benefit = entry.Assessment?.Benefit.Exactly(own),
        AlsoBenefit = entry.Assessment?.Benefit.Exactly(other) is { Length: > 0 } also ? also : null,
        ServiceLine = entry.Assessment?.ServiceLine,
        Item = entry.Item,
        ExpectedPoints = entry.ExpectedPoints?.Value,
    };

    public ActionAssessment Written(LocalText benefit) =>
        new(Effort!.Value, Cost, Risk!.Value, benefit, ServiceLine ?? "", RiskWords ?? "");
}
