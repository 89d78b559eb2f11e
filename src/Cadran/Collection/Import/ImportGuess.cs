using System.Globalization;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// A first proposal of what each column is, for somebody to correct: the map used before where it fits, then names and values.
/// </summary>
public static class ImportGuess
{
    /// <param name="before">Maps that were used, the one to be preferred first.</param>
    /// <param name="wave">
    /// The days on which the wave takes answers: of two ways to read the days of the file, one may fall into them.
    /// </param>
    public static ImportMap Of(
        IReadOnlyList<ImportColumn> columns, QuestionnaireContent content, IEnumerable<ImportMap>? before = null, Wave? wave = null)
    {
        if (before?.FirstOrDefault(map => Fits(map, columns, content)) is { } used) return WithNew(used, columns, content);
        IReadOnlyDictionary<string, Question> found = new ColumnNames(content).Match(columns);
        List<ImportItem> items = [.. columns.Where(c => found.ContainsKey(c.Name)).Select(c => Item(c, found[c.Name]))];
        items.AddRange(OptionColumns.Of(columns.Where(c => !found.ContainsKey(c.Name)), content, items));
        // A code for no answer that is rare may not be among the first rows of every column: what one rating uses, all understand.
        var recodes = items.SelectMany(i => i.Values).DistinctBy(v => v.Key).OrderBy(v => ImportColumn.WholeNumber(v.Key));
        items = [.. items.Select(i => content.Find(i.Item)!.Scale is { } scale ? i with { Values = OffScale(recodes, scale) } : i)];
        List<string> others = [.. columns.Select(c => c.Name).Except(items.Select(i => i.Column))];
        string? Column(string dimension) => ColumnNames.ForDimension(dimension, others);
        ImportColumn? day = DayColumn(columns, Column("day"), others);
        return new ImportMap
        {
            Items = items,
            Id = Column("id"),
            Weight = Column("weight"),
            Stratum = Column("stratum"),
            Cluster = Column("cluster"),
            Population = Column("population"),
            Day = day?.Name,
            DayFormat = day is null ? DayFormats.Usual : Format(day, wave),
            Channel = Column("channel") is { } channel ? new ImportField { Column = channel } : null,
            Language = Column("language") is { } language ? new ImportField { Column = language } : null,
            Missing = [.. columns.SelectMany(c => c.Values).Select(v => v.Value).Where(NoValueCode.NothingRecorded.Contains).Distinct()
                .Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>What the usual codes for no answer stand for, where the scale has no such point.</summary>
    public static IReadOnlyDictionary<string, string> Recode(ImportColumn column, Question question)
    {
        if (question.Scale is not { } scale || column.Numbers is not { } numbers) return new Dictionary<string, string>();
        return numbers.Where(n => !scale.Has(n) && NoValueCode.UsuallyWritten(n) is not null).Distinct().Order()
            .ToDictionary(n => n.ToString(CultureInfo.InvariantCulture), n => NoValueCode.UsuallyWritten(n)!.Code);
    }

    /// <summary>The column with that name, else the only one among the others whose values are days.</summary>
    private static ImportColumn? DayColumn(IReadOnlyList<ImportColumn> columns, string? named, List<string> others)
    {
        if (named is not null) return columns.First(c => c.Name == named);
        string[] last = ["enddate", "end", "recordeddate", "datesubmitted", "submitdate", "completiontime", "endtime", "submissiontime"];
        List<ImportColumn> days = [.. columns.Where(c => others.Contains(c.Name) && last.Contains(Letters(c.Name))
            && c.Values.Count > 0 && DayFormats.Fitting(c.Values.Select(v => v.Value)).Count > 0)];
        return days.MinBy(c => Array.IndexOf(last, Letters(c.Name)));
    }

    private static string Letters(string name) => string.Concat(FoldedText.Of(name).Where(char.IsAsciiLetter));

    /// <summary>How the days are written; empty where the values do not tell, so that somebody is asked.</summary>
    private static string Format(ImportColumn day, Wave? wave)
    {
        IReadOnlyList<string> fitting = DayFormats.Fitting(day.Values.Select(v => v.Value));
        List<string> inWave = wave is null ? [] : [.. fitting.Where(f => day.Values.All(v =>
            DayFormats.Read(v.Value, f) is { } read && read >= wave.OpensOn && read <= wave.ClosesOn))];
        if (inWave.Count == 1) fitting = inWave;
        return fitting.Count switch { 0 => DayFormats.Usual, 1 => fitting[0], _ => "" };
    }

    internal static bool Fits(ImportMap before, IReadOnlyList<ImportColumn> columns, QuestionnaireContent content) =>
        before.Items.Count > 0 && before.Columns.All(name => columns.Any(c => c.Name == name))
            && before.Items.All(i => content.Find(i.Item) is not null);

    /// <summary>The map used before, and columns it did not know that bear the name of an item it does not fill.</summary>
    private static ImportMap WithNew(ImportMap before, IReadOnlyList<ImportColumn> columns, QuestionnaireContent content)
    {
        List<ImportColumn> unknown = [.. columns.Where(c => !before.Columns.Contains(c.Name))];
        IReadOnlyDictionary<string, Question> found = new ColumnNames(content).Match(unknown);
        return before with
        {
            Items =
            [
                .. before.Items,
                .. from column in unknown
                   where found.ContainsKey(column.Name) && before.Items.All(i => i.Item != found[column.Name].Code)
                   select Item(column, found[column.Name]),
            ],
        };
    }

    private static ImportItem Item(ImportColumn column, Question question) =>
        new() { Column = column.Name, Item = question.Code, Values = Recode(column, question) };

    // A number that stands for no answer beside one scale is a point of another.
    private static Dictionary<string, string> OffScale(IEnumerable<KeyValuePair<string, string>> recodes, RatingScale scale) =>
        new(recodes.Where(r => scale.Find(r.Key) is null));
}
