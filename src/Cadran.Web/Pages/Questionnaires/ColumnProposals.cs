using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>
/// What each column of a file might be as a question, for somebody to correct. Columns that can be neither rating nor choice are left out,
/// and said.
/// </summary>
internal static class ColumnProposals
{
    /// <summary>Values of a column with up to this many different ones become the options of a choice.</summary>
    public const int OptionsAtMost = ImportColumns.ValuesKept;

    /// <summary>Up to this many ratings, each is proposed as a driver and taken; of more, somebody says which are wanted.</summary>
    private const int DriversAtMost = 20;

    private const int ValuesShown = 6;

    /// <param name="language">In which the file is written: its words are put there, and the other languages are to be written.</param>
    public static (List<ColumnForm> Offered, List<LeftColumn> Left) Of(IReadOnlyList<ImportColumn> columns, string language)
    {
        IReadOnlyDictionary<string, ScaleGuess> scales = ScaleGuess.Of(columns);
        var offered = new List<ColumnForm>();
        var left = new List<LeftColumn>();
        foreach (ImportColumn column in columns)
            if (Of(column, scales.GetValueOrDefault(column.Name), language) is { } form) offered.Add(form);
            else left.Add(new() { Name = column.Name, Different = column.Different });
        // A survey of a hundred ratings has no hundred drivers.
        bool many = offered.Count(c => c.Looks) > DriversAtMost;
        foreach (ColumnForm column in offered)
        {
            if (many && column.Proposed == "driver") column.Proposed = "other";
            column.Use = column.Proposed == "overall" || (column.Looks && !many) ? column.Proposed : "";
        }
        return (offered, left);
    }

    private static ColumnForm? Of(ImportColumn column, ScaleGuess? scale, string language)
    {
        bool overall = OwnItem.Slug(column.Name) is "satisfaction" or "overall" or "overall_satisfaction" or "satisfaction_globale";
        ScaleWords? worded = scale is null ? ScaleWords.Of(column) : null;
        if (scale is null && worded is null && column.Different is < 2 or > OptionsAtMost) return null;
        var form = new ColumnForm
        {
            Name = column.Name,
            Text = LocalTextForm.From(LocalText.Empty.With(language, Sentence(column.Name))),
            Sample = string.Join(", ", column.Values.Take(ValuesShown).Select(v => v.Value)),
        };
        if (worded is not null)
        {
            form.Rating = form.Looks = true;
            (form.Lowest, form.Highest, form.Words) = (worded.Lowest, worded.Highest, worded.Words);
            (form.Labels, form.Unsure) = (string.Join('\n', worded.Labels), worded.Unsure);
            form.Proposed = overall ? "overall" : "driver";
            return form;
        }
        bool looks = scale is { Looks: true };
        // Words of an overall rating can be read with the labels of a scale of satisfaction; numbers say nothing of words.
        RatingScale points = scale?.Scale ?? MeasureBank.Current.ScaleOf("satisfaction");
        form.Rating = scale is not null || overall;
        form.Looks = looks;
        (form.Lowest, form.Highest, form.Words) = (points.Lowest, points.Highest, scale is null && overall ? "satisfaction" : "");
        form.Proposed = overall ? "overall" : looks ? "driver" : scale is not null ? "other" : "profile";
        form.Unsure = scale is not null && IsUnsure(column, points);
        if (scale is null)
            form.Options = LocalTextForm.From(LocalText.Empty.With(language, string.Join('\n', InOrder(column))));
        return form;
    }

    private static IEnumerable<string> InOrder(ImportColumn column)
    {
        IEnumerable<string> values = column.Values.Select(v => v.Value).Where(v => !NoValueCode.NothingRecorded.Contains(v));
        return column.Numbers is not null ? values.OrderBy(v => ImportColumn.WholeNumber(v)) : values.Order(StringComparer.CurrentCulture);
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
