using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>
/// The people who count toward a minimum: those whose weight is above zero. Somebody of weight zero is in no figure, so that he or she
/// hides nobody.
/// </summary>
internal sealed class CountedPeople(Design design)
{
    private readonly bool[]? counts = design.Weights.Contains(0) ? [.. design.Weights.ToArray().Select(w => w > 0)] : null;

    /// <summary>All rows count: what was tabulated has the right numbers already.</summary>
    public bool AreAll => counts is null;

    public int Number => counts is null ? design.Rows : counts.Count(c => c);

    public bool[] Everybody()
    {
        if (counts is not null) return counts;
        var all = new bool[design.Rows];
        all.AsSpan().Fill(true);
        return all;
    }

    public bool[] Answering(AnalysisItem item)
    {
        var answers = item.Answers.Span;
        var answering = new bool[answers.Length];
        for (var row = 0; row < answering.Length; row++) answering[row] = answers[row] >= 0 && Has(row);
        return answering;
    }

    public bool Has(int row) => counts is null || counts[row];

    /// <summary>People in each group; last, those in none.</summary>
    public int[] ByGroup(Factor grouping)
    {
        var people = new int[grouping.Levels + 1];
        for (var row = 0; row < grouping.Rows; row++)
            if (Has(row)) people[grouping.Codes[row] < 0 ? grouping.Levels : grouping.Codes[row]]++;
        return people;
    }

    /// <summary>The same items tabulated over the people who count; the table given when they are all.</summary>
    public Tabulation Of(Tabulation table, IReadOnlyList<AnalysisItem> items) => counts is null ? table
        : Tabulation.Of(design, [.. items.Select(i => new Item(Without(i.Answers.Span), i.Scale))], table.By);

    private sbyte[] Without(ReadOnlySpan<sbyte> answers)
    {
        var kept = answers.ToArray();
        for (var row = 0; row < kept.Length; row++)
            if (!Has(row)) kept[row] = (sbyte)NoValue.Missing;
        return kept;
    }
}
