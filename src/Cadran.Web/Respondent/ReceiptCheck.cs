namespace Cadran.Web.Respondent;

/// <summary>What the page that checks receipts says of one.</summary>
/// <param name="Real">Null before one was given.</param>
internal sealed record ReceiptCheck(string Typed, bool? Real) : ITemplateValues
{
    public bool Is(string condition, string code, string value) =>
        condition == "real" ? Real == true : condition is "unknown" or "errors" && Real == false;

    public string Text(string name, string code) => Typed;
}
