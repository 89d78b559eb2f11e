using Cadran.Csv;

namespace Cadran.Collection;

/// <summary>Weight, sample design, channel, language and day of a row.</summary>
internal sealed partial class ImportRows
{
    private double Number(CsvRow row, int column, double otherwise, ref int errors)
    {
        if (column < 0) return otherwise;
        if (row.TryDouble(column, out double number) && double.IsFinite(number) && number > 0) return number;
        if (column == population && missing.Contains(row.Text(column).Trim())) return otherwise;
        Tell(row.Error(column, "import.not-positive", "“{0}” is not a positive number.", ShortText.Of(row.Text(column))), ref errors);
        return otherwise;
    }

    private string Label(CsvRow row, int column, int longest, ImportField? field, ref int errors)
    {
        if (column < 0) return "";
        string label = row.Text(column).Trim();
        if (field is not null && field.Values.TryGetValue(label, out string? becomes)) label = becomes;
        if (missing.Contains(label)) label = "";
        if (label.Length > longest || label.Any(char.IsControl))
            Tell(row.Error(column, "import.label",
                "“{0}” is not a label of at most {1} characters.", ShortText.Of(label), longest), ref errors);
        return label;
    }

    private string Language(CsvRow row, ref int errors)
    {
        string label = Label(row, language, 40, map.Language, ref errors).ToLowerInvariant();
        if (label.Length is 0 or 2 && label.All(char.IsAsciiLetter)) return label;
        if (label.Length is > 2 and <= 40 && label[2] is '-' or '_') return label[..2];
        Tell(row.Error(language, "import.language",
            "“{0}” is not a language code of two letters. Say which it stands for.", ShortText.Of(label)), ref errors);
        return "";
    }

    /// <summary>The day the row bears; null when it bears none.</summary>
    private DateOnly? Day(CsvRow row, ref int errors)
    {
        if (dayColumn < 0) return null;
        string text = row.Text(dayColumn).Trim();
        if (missing.Contains(text)) return null;
        if (DayFormats.Read(text, map.DayFormat) is { } read) return read;
        Tell(row.Error(dayColumn, "import.day", "“{0}” is not a day written as {1}.", ShortText.Of(text), map.DayFormat), ref errors);
        return null;
    }
}
