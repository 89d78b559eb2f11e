using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>Closed questions counted in one pass, as they are and over the people who count toward a minimum.</summary>
internal sealed class QuestionCounts
{
    private readonly Tabulation all, counted;
    private readonly int[] first;

    public QuestionCounts(IReadOnlyList<QuestionColumn> columns, Design design, CountedPeople people, Factor? by = null)
    {
        AnalysisItem[] items = [.. columns.SelectMany(c => c.Counted)];
        all = Tabulation.Of(design, Analysis.Columns(items), by);
        counted = people.Of(all, items);
        first = new int[columns.Count];
        for (var k = 1; k < first.Length; k++) first[k] = first[k - 1] + 1 + columns[k - 1].Options.Count;
        Design = design;
    }

    public Design Design { get; }

    /// <param name="option">Place of an option from 0; −1 for the question itself.</param>
    public ItemTabulation All(int column, int option = -1) => all[first[column] + 1 + option];

    /// <summary>The same over the people whose weight is above zero.</summary>
    public ItemTabulation Counted(int column, int option = -1) => counted[first[column] + 1 + option];
}
