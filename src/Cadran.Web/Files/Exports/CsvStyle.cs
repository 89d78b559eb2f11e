namespace Cadran.Web.Files;

/// <summary>How a file of comma-separated values is written, so that the spreadsheet at hand opens it as it is.</summary>
/// <param name="DecimalComma">Decimals as French spreadsheets read them: 0,5.</param>
public sealed record CsvStyle(char Separator, bool DecimalComma)
{
    /// <summary>Commas and points, as most programs read them.</summary>
    public static CsvStyle International { get; } = new(',', false);

    /// <summary>Semicolons and decimal commas.</summary>
    public static CsvStyle European { get; } = new(';', true);

    /// <summary>Words of addresses and of the command line.</summary>
    public static readonly IReadOnlyDictionary<string, char> Separators = new Dictionary<string, char>
    {
        ["comma"] = ',',
        ["semicolon"] = ';',
        ["tab"] = '\t',
    };

    /// <summary>A cell: text that would start a formula is preceded by an apostrophe, and quotes go where they are needed.</summary>
    public string Text(string text) => Quoted(text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text);

    public string Number(double? value)
    {
        string text = Charts.ChartTable.Number(value);
        return DecimalComma ? Quoted(text.Replace('.', ',')) : text;
    }

    private string Quoted(string text) => text.AsSpan().ContainsAny(['"', '\r', '\n', Separator])
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
