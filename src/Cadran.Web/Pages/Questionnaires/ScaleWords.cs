using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>A column of words that is a rating: its points are numbered (“4 - Satisfied”), or are those of a scale of the bank.</summary>
/// <param name="Words">Name of the scale of the bank, or <see cref="ColumnForm.OfTheFile"/>.</param>
/// <param name="Labels">Of the file: every point's, or the two ends'.</param>
/// <param name="Unsure">A point is missing between or beside those that were chosen.</param>
internal sealed record ScaleWords(int Lowest, int Highest, string Words, IReadOnlyList<string> Labels, bool Unsure)
{
    private const int FewestPoints = 2;

    public static ScaleWords? Of(ImportColumn column)
    {
        List<string> values = [.. column.Values.Select(v => v.Value)
            .Where(v => !NoValueCode.NothingRecorded.Contains(v) && NoValueCode.Find(v) is null)];
        if (column.Different > ImportColumns.ValuesKept || values.Count < FewestPoints) return null;
        return Numbered(values) ?? OfBank(values);
    }

    private static ScaleWords? Numbered(List<string> values)
    {
        var points = new SortedDictionary<int, string>();
        foreach (string value in values)
        {
            (int Number, string Words)? point =
                ImportColumn.WholeNumber(value) is { } bare ? (bare, "") : LabelText.Numbered(value);
            if (point is not var (number, words) || number is < RatingScale.LowestFrom or > RatingScale.LowestTo) return null;
            if (!points.TryAdd(number, words) && LabelText.Key(points[number]) != LabelText.Key(words)) return null;
        }
        (int lowest, int highest) = (points.Keys.First(), points.Keys.Last());
        if (points.Values.All(w => w.Length == 0) || highest - lowest + 1 > RatingScale.MostPoints || highest == lowest) return null;
        bool whole = points.Count == highest - lowest + 1;
        IReadOnlyList<string> labels = whole && points.Values.All(w => w.Length > 0) ? [.. points.Values]
            : points[lowest].Length > 0 && points[highest].Length > 0 ? [points[lowest], points[highest]] : [];
        return new(lowest, highest, labels.Count > 0 ? ColumnForm.OfTheFile : "", labels, !whole);
    }

    private static ScaleWords? OfBank(List<string> values)
    {
        foreach (var (name, words) in MeasureBank.Current.Scales)
            if (values.Count > 2 && values.TrueForAll(value => words.Any(w => w.Reads(value))))
                return new(1, words.Count, name, [], false);
        return null;
    }
}
