using Cadran.Statistics;

namespace Cadran.Improvement;

/// <summary>By how much a target lies above its baseline, in one of the three readings of "10 %".</summary>
public sealed record TargetChange
{
    private TargetChange(TargetKind kind, double amount) => (Kind, Amount) = (kind, amount);

    public TargetKind Kind { get; }

    // As it is stored: a share for the relative change and the closing of a gap, else points.
    internal double Amount { get; }

    /// <summary>A share of the baseline more.</summary>
    public static TargetChange Relative(Share ofBaseline) => new(TargetKind.Relative, ofBaseline);

    /// <summary>So many points of the scale more.</summary>
    public static TargetChange Adding(Points points) => new(TargetKind.Points, points);

    /// <summary>A share of what the baseline lacks to 100; 1 closes the gap.</summary>
    public static TargetChange ClosingGap(Share ofGap) => new(TargetKind.GapClosure, ofGap);

    /// <summary>As people write it: percent of the baseline or of the gap, or points.</summary>
    /// <param name="number">10 for 10 % or 10 points; above 0, at most 100.</param>
    public static TargetChange Written(TargetKind kind, double number)
    {
        if (!(number is > 0 and <= 100))
            throw new RuleViolationException("target.change", "Enter a number above 0, at most 100.", nameof(Target.Change));
        // Who writes 0.25 means a quarter: a quarter of a percent of the gap is no target.
        if (kind == TargetKind.GapClosure && number < 1)
            throw new RuleViolationException("target.gap-percent",
                "Give the share of the gap in percent, from 1 to 100: 25 for a quarter of it.", nameof(Target.Change));
        return kind switch
        {
            TargetKind.Relative => Relative(Share.FromPercent(number)),
            TargetKind.GapClosure => ClosingGap(Share.FromPercent(number)),
            _ => Adding(new Points(number)),
        };
    }

    /// <summary>The way from that baseline to the target.</summary>
    public TargetPath From(Score baseline) => Kind switch
    {
        TargetKind.Relative => TargetPath.Relative(baseline, Amount),
        TargetKind.GapClosure => TargetPath.ClosingGap(baseline, Amount),
        _ => TargetPath.Adding(baseline, Amount),
    };

    /// <summary>As a correction keeps it: the kind and the number, the same in every language.</summary>
    public string Written() => FormattableString.Invariant($"{Kind} {Number:0.###}");

    /// <summary>The number people read: percent, or points.</summary>
    public double Number => Kind == TargetKind.Points ? Amount : 100 * Amount;
}
