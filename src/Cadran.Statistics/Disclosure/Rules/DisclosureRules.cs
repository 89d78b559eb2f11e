namespace Cadran.Statistics.Disclosure;

/// <summary>Which numbers may not be shown on their own account.</summary>
/// <param name="MinimumRespondents">Fewest people, unweighted, behind a published number; at least 1. 5 for public results,
/// 10 for free text and sensitive subjects. Zero people are also fewer.</param>
/// <param name="UnanimousBelow">A share of exactly 0 or 1 is withheld in groups smaller than this: it would tell
/// what each member said.</param>
/// <param name="DominantCount">n of the (n, k) rule for totals of amounts, at least 1.</param>
/// <param name="DominantShare">k of the (n, k) rule: largest share of a total, in (0, 1], that the n largest contributors may hold.</param>
/// <param name="Closeness">p of the p % rule: the second-largest contributor must not be able to estimate the largest to within this
/// share, in [0, 1).</param>
public sealed record DisclosureRules(
    int MinimumRespondents = 5, int UnanimousBelow = 30, int DominantCount = 1, double DominantShare = 0.8, double Closeness = 0.1)
{
    /// <summary>For published results: at least 5 respondents.</summary>
    public static DisclosureRules Public { get; } = new();

    /// <summary>For free text and sensitive subjects: at least 10 respondents.</summary>
    public static DisclosureRules Sensitive { get; } = new(MinimumRespondents: 10);

    /// <summary>Fewest people, unweighted, behind a published number; at least 1.</summary>
    public int MinimumRespondents { get; } = MinimumRespondents >= 1 ? MinimumRespondents
        : throw new ArgumentOutOfRangeException(nameof(MinimumRespondents), MinimumRespondents, "At least one respondent.");

    /// <summary>n of the (n, k) rule for totals of amounts, at least 1.</summary>
    public int DominantCount { get; } = DominantCount >= 1 ? DominantCount
        : throw new ArgumentOutOfRangeException(nameof(DominantCount), DominantCount, "At least one contributor.");

    /// <summary>k of the (n, k) rule: largest share of a total, in (0, 1], that the n largest contributors may hold.</summary>
    public double DominantShare { get; } = DominantShare is > 0 and <= 1 ? DominantShare
        : throw new ArgumentOutOfRangeException(nameof(DominantShare), DominantShare, "A share above 0 and at most 1.");

    /// <summary>
    /// p of the p % rule: the second-largest contributor must not be able to estimate the largest to within this share, in [0, 1).
    /// </summary>
    public double Closeness { get; } = Closeness is >= 0 and < 1 ? Closeness
        : throw new ArgumentOutOfRangeException(nameof(Closeness), Closeness, "A share from 0 to below 1.");

    /// <summary>For any estimate: null when it may be shown.</summary>
    /// <param name="respondents">People behind the number, unweighted.</param>
    public Suppression? Check(int respondents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(respondents);
        return respondents >= MinimumRespondents ? null
            : new(respondents == 0 ? SuppressionReason.Empty : SuppressionReason.TooFewRespondents, $"fewer than {MinimumRespondents}");
    }

    /// <summary>For a share: also withheld when a small group is unanimous.</summary>
    /// <param name="respondents">People asked, unweighted.</param>
    /// <param name="selected">Those of them in the share.</param>
    public Suppression? CheckShare(int respondents, int selected)
    {
        if (selected < 0 || selected > respondents)
            throw new ArgumentOutOfRangeException(nameof(selected), selected, $"Not between 0 and {respondents} respondents.");
        return Check(respondents) ?? (respondents < UnanimousBelow && (selected == 0 || selected == respondents)
            ? new(SuppressionReason.Unanimous, $"fewer than {UnanimousBelow}, all alike") : null);
    }

    /// <summary>For a total of amounts (waiting days, payments).</summary>
    /// <param name="contributions">One amount per respondent, finite and not negative.</param>
    public Suppression? CheckTotal(ReadOnlySpan<double> contributions)
    {
        if (Check(contributions.Length) is { } few) return few;
        var sorted = contributions.ToArray();
        Array.Sort(sorted, (a, b) => b.CompareTo(a));
        if (!(sorted[^1] >= 0) || double.IsInfinity(sorted[0]))
            throw new ArgumentOutOfRangeException(
                nameof(contributions), sorted[^1] >= 0 ? sorted[0] : sorted[^1], "Contributions are finite and not negative.");
        if (sorted[0] == 0) return null;
        // Shares of the largest: their sum cannot overflow, and the small ones are not lost in it.
        for (var i = sorted.Length - 1; i >= 0; i--) sorted[i] /= sorted[0];
        if (sorted.Take(DominantCount).Sum() > DominantShare * sorted.Sum())
            return new(SuppressionReason.Dominated, $"{DominantCount} hold more than {DominantShare:P0}");
        return sorted.Skip(2).Sum() < Closeness
            ? new(SuppressionReason.Dominated, $"the largest can be estimated within {Closeness:P0}") : null;
    }
}
