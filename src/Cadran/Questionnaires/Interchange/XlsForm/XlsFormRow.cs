namespace Cadran.Questionnaires;

/// <summary>A row of the survey sheet of an XLSForm that leaves.</summary>
internal sealed record XlsFormRow(string Type, string Name)
{
    public LocalText Label { get; init; } = LocalText.Empty;
    public LocalText Hint { get; init; } = LocalText.Empty;
    public string Required { get; init; } = "";
    public string Relevant { get; init; } = "";
    public string Constraint { get; init; } = "";
    public LocalText Message { get; init; } = LocalText.Empty;
    public string Appearance { get; init; } = "";
    public string Calculation { get; init; } = "";
    public string Parameters { get; init; } = "";
}
