using System.Numerics;

namespace Cadran.Statistics.Control;

/// <summary>Decides whether a service standard was met.</summary>
/// <remarks>Performance exists when both volumes are given and the total is above zero. The outcome is not applicable when the
/// performance or the target is missing or the target is zero; otherwise it is met when performance is at least the target.
/// Source: Government of Canada service-data indicators. Oracle: the published truth table and the 2,343 standards
/// of 2023-24. Comparison is done on integers: no floating point, so 0.9 means nine tenths.</remarks>
public static class ServiceStandardCheck
{
    /// <summary>Was the target met by these counts?</summary>
    /// <param name="meeting">Cases within the standard, or null when unknown.</param>
    /// <param name="total">All cases of the period, or null when unknown.</param>
    /// <param name="target">Proportion of cases committed to, in [0, 1], or null. 80 % is 0.8: outside [0, 1] is a finding.</param>
    /// <param name="rule">Exact fraction by default.</param>
    public static StandardOutcome Evaluate(long? meeting, long? total, decimal? target, ComparisonRule rule = default)
    {
        var findings = Findings(target, meeting, total);
        var usable = meeting is >= 0 && total is > 0;
        decimal? performance = usable ? (decimal)meeting!.Value / total!.Value : null;
        var met = !usable || target is null or 0 ? TargetMet.NotApplicable
            : Reaches(target.Value, meeting!.Value, total!.Value, rule) ? TargetMet.Yes
            : TargetMet.No;
        return new(met, performance, findings);
    }

    private static List<StandardFinding> Findings(decimal? target, long? meeting, long? total)
    {
        var findings = new List<StandardFinding>();
        if (meeting is { } m && total is { } t && m > t) findings.Add(StandardFinding.MeetingExceedsTotal);
        if (meeting < 0 || total < 0) findings.Add(StandardFinding.NegativeVolume);
        if (target is < 0 or > 1) findings.Add(StandardFinding.TargetOutOfRange);
        if (total is null or 0) findings.Add(StandardFinding.NoVolume);
        return findings;
    }

    private static bool Reaches(decimal target, long meeting, long total, ComparisonRule rule)
    {
        var (numerator, denominator) = AsFraction(target);
        if (rule.Digits is not { } digits) return (BigInteger)meeting * denominator >= numerator * total;
        var power = BigInteger.Pow(10, digits);
        var rounded = (2 * (BigInteger)meeting * power + total) / (2 * (BigInteger)total);
        return rounded * denominator >= numerator * power;
    }

    private static (BigInteger Numerator, BigInteger Denominator) AsFraction(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return (value < 0 ? -mantissa : mantissa, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }
}
