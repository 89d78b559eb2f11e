namespace Cadran.Web.Respondent;

/// <summary>What the thank-you page shows of a key.</summary>
internal sealed record ReceiptValues(string Token, string Receipt) : ITemplateValues
{
    public bool Is(string condition, string code, string value) => false;
    public string Text(string name, string code) => name == "receipt" ? Receipt : Token;
}
