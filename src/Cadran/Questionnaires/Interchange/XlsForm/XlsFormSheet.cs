namespace Cadran.Questionnaires;

/// <summary>A sheet of an XLSForm: rows under the names of its first row.</summary>
internal sealed record XlsFormSheet(string Name, IReadOnlyList<string> Header, IReadOnlyList<(int Number, string[] Cells)> Rows)
{
    /// <summary>The cell of the first column with one of those names; empty for none.</summary>
    public string Cell(string[] cells, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            for (int i = 0; i < Header.Count; i++)
                if (Header[i] == name && i < cells.Length && cells[i].Length > 0) return cells[i];
        return "";
    }

    /// <summary>A text in the languages of its columns, as <c>label::Français (fr)</c>.</summary>
    public ForeignText Text(string[] cells, params ReadOnlySpan<string> names)
    {
        var text = new ForeignText();
        foreach (string name in names)
            for (int i = 0; i < Header.Count && i < cells.Length; i++)
                if (LanguageOf(Header[i], name) is { } language) text.With(language, cells[i]);
        return text;
    }

    /// <summary>The language that a column of a text is written in; empty for one that does not say; null for another column.</summary>
    public static string? LanguageOf(string column, string name)
    {
        if (column == name) return "";
        if (!column.StartsWith(name, StringComparison.Ordinal) || column.Length <= name.Length || column[name.Length] != ':') return null;
        return column[name.Length..].Trim(':', ' ');
    }
}
