namespace Cadran.Web.Respondent;

/// <summary>Whether somebody is asked no more.</summary>
internal sealed record StopValues(bool Stopped) : ITemplateValues
{
    public bool Is(string condition, string code, string value) => condition == "stopped" ? Stopped : condition == "asks" && !Stopped;
    public string Text(string name, string code) => "";
}
