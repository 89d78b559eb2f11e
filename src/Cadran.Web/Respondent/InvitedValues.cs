namespace Cadran.Web.Respondent;

/// <summary>What the page of a personal link holds of it.</summary>
internal sealed record InvitedValues(string Link) : ITemplateValues
{
    public bool Is(string condition, string code, string value) => false;
    public string Text(string name, string code) => Link;
}
