using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Cadran.Collection;

namespace Cadran.Web.Pages.Collection;

/// <summary>A sample as somebody plans it.</summary>
public sealed class SampleForm
{
    [Display(Name = "Wave"), Required(ErrorMessage = "Choose the wave in which these people are asked.")]
    public Guid? Wave { get; set; }

    [Display(Name = "How people are drawn")]
    public SampleMethod Method { get; set; } = SampleMethod.Proportional;

    [Display(Name = "The size comes from")]
    public SampleAim Aim { get; set; } = SampleAim.Margin;

    [Display(Name = "Points"), Range(0.1, 99.0)]
    public double? Points { get; set; } = 5;

    [Display(Name = "People to invite"), Range(1, 10_000_000)]
    public int? Invite { get; set; }

    [Display(Name = "Expected response, in %"), Range(0.1, 100.0), Required]
    public double? Response { get; set; } = 30;

    [Display(Name = "At least of each stratum"), Range(0, 1_000_000)]
    public int? Minimum { get; set; }

    [Display(Name = "Standard deviations")]
    public string? Spread { get; set; }

    [Display(Name = "People in each cluster"), Range(1, 100_000)]
    public int? Each { get; set; } = 10;

    [Display(Name = "Design effect"), Range(0.1, 20.0)]
    public double? DesignEffect { get; set; } = 1;

    [Display(Name = "Seed"), Range(0, 281_474_976_710_655)]
    public long? Seed { get; set; }

    public SampleDesign ToDesign() => new()
    {
        Method = Method,
        Aim = Aim,
        Points = Points ?? 0,
        Invite = Invite ?? 0,
        ResponseRate = (Response ?? 0) / 100,
        Minimum = Minimum ?? 0,
        Each = Each ?? 0,
        DesignEffect = DesignEffect ?? 1,
        Spread = Method == SampleMethod.Neyman ? Deviations() : new Dictionary<string, double>(),
    };

    // As values are written elsewhere: “North = 25; South = 18,5”. A semicolon divides, because a comma may be in a number.
    private Dictionary<string, double> Deviations()
    {
        Dictionary<string, double> deviations = [];
        foreach (string part in (Spread ?? "").Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int at = part.LastIndexOf('=');
            if (at < 0 || !double.TryParse(part[(at + 1)..].Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture,
                out double deviation))
                throw new RuleViolationException("sample.spread-text", "Write standard deviations as “North = 25; South = 18”.", "Spread");
            deviations[part[..at].Trim()] = deviation;
        }
        return deviations;
    }
}
