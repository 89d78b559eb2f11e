using System.Globalization;

namespace Cadran.Questionnaires;

/// <summary>A row of a section of a LimeSurvey file. A column that is absent is empty.</summary>
internal sealed class LssRow(int line)
{
    private readonly Dictionary<string, string> cells = [];

    /// <summary>Of the file, where the row begins.</summary>
    public int Line => line;

    public IReadOnlyDictionary<string, string> Cells => cells;

    public string this[string column]
    {
        get => cells.GetValueOrDefault(column) ?? "";
        set => cells[column] = value;
    }

    public bool Has(string column) => cells.ContainsKey(column);

    public int Number(string column) =>
        int.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
