namespace Cadran.Statistics;

/// <summary>A respondent's mean score over several items, when enough of them are answered.</summary>
/// <param name="Values">0–100 per row; NaN where too few items are answered.</param>
/// <param name="Required">Answered items a row needs: the share asked for, rounded up. Report it with the result.</param>
/// <param name="Respondents">Rows with a composite.</param>
public sealed record Composite(double[] Values, int Required, int Respondents)
{
    /// <summary>Mean 0–100 score of each row over the items it answered.</summary>
    /// <param name="items">Closed items of one length; scales may differ and be reversed.</param>
    /// <param name="minimumShare">Share of the items a respondent must have answered, in (0, 1]; half by default. At
    /// least one item is always needed.</param>
    /// <exception cref="ArgumentException">No item, columns of unequal length, an answer that is neither on its scale nor a
    /// <see cref="NoValue"/>; a share outside (0, 1].</exception>
    public static Composite Of(IReadOnlyList<Estimation.Item> items, double minimumShare = 0.5)
    {
        if (items.Count == 0) throw new ArgumentException("A composite needs an item.", nameof(items));
        if (!(minimumShare > 0 && minimumShare <= 1))
            throw new ArgumentOutOfRangeException(nameof(minimumShare), minimumShare, "A share lies above 0 and is at most 1.");
        int rows = items[0].Answers.Length, required = Math.Max(1, (int)Math.Ceiling(minimumShare * items.Count - 1e-9)), respondents = 0;
        var sum = new double[rows];
        var answered = new int[rows];
        for (var k = 0; k < items.Count; k++)
        {
            var answers = items[k].Answers.Span;
            if (answers.Length != rows)
                throw new ArgumentException($"Item {k} has {answers.Length} rows, the first {rows}.", nameof(items));
            for (var i = 0; i < rows; i++)
            {
                if (answers[i] is < 0 and >= -5) continue;
                if (answers[i] < items[k].Scale.Minimum || answers[i] > items[k].Scale.Maximum)
                    throw new ArgumentException(
                        $"Item {k}, row {i}: {answers[i]} is not on the scale {items[k].Scale.Minimum}..{items[k].Scale.Maximum}.",
                        nameof(items));
                sum[i] += items[k].Scale.Score(answers[i]);
                answered[i]++;
            }
        }
        for (var i = 0; i < rows; i++)
        {
            if (answered[i] >= required) { sum[i] /= answered[i]; respondents++; }
            else sum[i] = double.NaN;
        }
        return new(sum, required, respondents);
    }
}
