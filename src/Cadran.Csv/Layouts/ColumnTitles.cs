using System.Globalization;

namespace Cadran.Csv;

/// <summary>Gives every column one name, and none twice.</summary>
internal static class ColumnTitles
{
    /// <summary>What a tool writes under a question that has one column: it says nothing of its own.</summary>
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
        { "response", "open-ended response", "réponse", "réponse ouverte" };

    /// <param name="below">What stands below the names where it goes on from them; null where it does not.</param>
    public static (IReadOnlyList<string> Names, IReadOnlyDictionary<string, (int First, int Second)> Repeated) Of(
        string[] header, string[]? below)
    {
        var names = new string[header.Length];
        string question = "";
        for (int i = 0; i < header.Length; i++)
        {
            if (header[i].Length > 0) question = header[i];
            string part = below?[i] ?? "";
            bool goesOn = i + 1 < header.Length && header[i + 1].Length == 0 && below is not null && below[i + 1].Length > 0;
            names[i] = header[i].Length > 0
                ? goesOn && part.Length > 0 && !Plain.Contains(part) ? $"{question}: {part}" : header[i]
                : part.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"(column {i + 1})")
                : question.Length == 0 ? part : $"{question}: {part}";
        }
        return (Distinct(names, out var repeated), repeated);
    }

    private static string[] Distinct(string[] names, out Dictionary<string, (int First, int Second)> repeated)
    {
        repeated = new(StringComparer.Ordinal);
        var taken = new HashSet<string>(names, StringComparer.Ordinal);
        var result = (string[])names.Clone();
        foreach (var same in names.Index().GroupBy(n => n.Item, n => n.Index).Where(g => g.Count() > 1))
        {
            int[] columns = [.. same];
            repeated[same.Key] = (columns[0], columns[1]);
            int number = 0;
            foreach (int column in columns)
            {
                do number++;
                while (!taken.Add(Numbered(same.Key, number)));
                result[column] = Numbered(same.Key, number);
            }
        }
        return result;
    }

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
}
