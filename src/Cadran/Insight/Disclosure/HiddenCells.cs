using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>The hidden cells of a one-way table with a published total, as they are chosen one after another.</summary>
internal sealed class HiddenCells(int cells, int minimum)
{
    private int count, people, differing;

    /// <summary>Per cell why it is hidden, or null.</summary>
    public Suppression?[] Reasons { get; } = new Suppression?[cells];

    /// <summary>Would the total minus the shown cells, now or beside what was shown last, be that of a few people?</summary>
    public bool TellAFew => count < 2 || people < minimum || (differing > 0 && differing < minimum);

    /// <param name="counts">Whether the cell covers another: an empty one that is no secret covers none.</param>
    public void Hide(int cell, CellBase of, Suppression why, bool counts = true)
    {
        Reasons[cell] = why;
        if (!counts) return;
        count++;
        people += of.People;
        differing += of.Differing;
    }

    /// <summary>The shown cell of the fewest people; null when nobody is in any.</summary>
    public int? SmallestShown(ReadOnlySpan<CellBase> of)
    {
        int? smallest = null;
        for (var c = 0; c < of.Length; c++)
            if (Reasons[c] is null && of[c].People > 0 && (smallest is null || of[c].People < of[smallest.Value].People)) smallest = c;
        return smallest;
    }
}
