using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Web.Platform;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>
/// What each column of a file might be as a question, for somebody to correct. Columns that can be neither rating nor choice are left out.
/// </summary>
internal static class ColumnProposals
{
    /// <summary>Texts of a column with up to this many different values become the options of a choice.</summary>
    private const int OptionsAtMost = 20;

    /// <summary>Up to this many ratings, each is proposed as a driver.</summary>
    private const int DriversAtMost = 20;

    private const int ValuesShown = 6;

    public static List<ColumnForm> Of(IReadOnlyList<ImportColumn> columns)
    {
        IReadOnlyDictionary<string, ScaleGuess> scales = ScaleGuess.Of(columns);
        // A survey of a hundred ratings has no hundred drivers: somebody has to say which they are.
        string rating = scales.Values.Count(s => s.Looks) <= DriversAtMost ? "driver" : "other";
        return [.. columns.Select(c => Of(c, scales.GetValueOrDefault(c.Name), rating)).OfType<ColumnForm>()];
    }

    private static ColumnForm? Of(ImportColumn column, ScaleGuess? scale, string rating)
    {
        bool overall = OwnItem.Slug(column.Name) is "satisfaction" or "overall" or "overall_satisfaction" or "satisfaction_globale";
        bool choice = column.Different is >= 2 and <= OptionsAtMost && column.Numbers is null;
        if (scale is null && !choice) return null;
        // The words of the file are in one language, most likely the reader's: the other is to be written, and its check must see that
        // it is not.
        bool french = Localization.Language == "fr", looks = scale is { Looks: true };
        // Words of an overall rating can be read with the labels of a scale of satisfaction; numbers say nothing of words.
        RatingScale points = scale?.Scale ?? MeasureBank.Current.ScaleOf("satisfaction");
        if (scale is null && ScaleWords.Of(column) is { } worded)
            return new()
            {
                Name = column.Name,
                Include = true,
                Rating = true,
                Lowest = worded.Lowest,
                Highest = worded.Highest,
                Words = worded.Words,
                Labels = string.Join('\n', worded.Labels),
                Unsure = worded.Unsure,
                En = french ? null : Sentence(column.Name),
                Fr = french ? Sentence(column.Name) : null,
                Use = overall ? "overall" : rating,
                Options = "",
                Sample = string.Join(", ", column.Values.Take(ValuesShown).Select(v => v.Value)),
            };
        return new()
        {
            Name = column.Name,
            Include = looks || overall,
            Rating = scale is not null || overall,
            Lowest = points.Lowest,
            Highest = points.Highest,
            Words = scale is null && overall ? "satisfaction" : "",
            En = french ? null : Sentence(column.Name),
            Fr = french ? Sentence(column.Name) : null,
            Use = overall ? "overall" : looks ? rating : scale is not null ? "other" : "profile",
            Options = scale is not null ? "" : string.Join('\n', column.Values.Select(v => v.Value).Order(StringComparer.Ordinal)),
            Sample = string.Join(", ", column.Values.Take(ValuesShown).Select(v => v.Value)),
            Unsure = scale is not null && IsUnsure(column, points),
        };
    }

    /// <summary>Nobody chose an end, or the highest is one at which few scales end: a scale of five in which nobody chose five.</summary>
    private static bool IsUnsure(ImportColumn column, RatingScale scale)
    {
        HashSet<int> used = [.. (column.Numbers ?? []).Where(n => scale.Has(n))];
        return !used.Contains(scale.Lowest) || !used.Contains(scale.Highest)
            || (scale.Points > 2 && scale.Highest is not (5 or 7 or 10));
    }

    private static string Sentence(string name) =>
        name.Replace('_', ' ').Trim() is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : name;
}
