using System.Globalization;

namespace Cadran.Csv;

/// <summary>The file cannot be read further.</summary>
public sealed class CsvException(CsvError error) : Exception(error.ToString())
{
    public CsvError Error { get; } = error;

    internal CsvException(string code, string message, params object[] args) : this(new CsvError(code, message, args)) { }
}
