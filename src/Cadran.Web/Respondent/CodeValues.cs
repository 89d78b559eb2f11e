namespace Cadran.Web.Respondent;

/// <summary>What the page that asks for a code says of the one that was typed.</summary>
internal sealed record CodeValues(string Typed, bool Wrong) : ITemplateValues
{
    public bool Is(string condition, string code, string value) => condition is "wrong" or "errors" && Wrong;
    public string Text(string name, string code) => Typed;
}
