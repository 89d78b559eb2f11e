namespace Cadran.Web.Respondent;

/// <summary>What one request puts into the open places of a template.</summary>
public interface ITemplateValues
{
    bool Is(string condition, string code, string value);
    string Text(string name, string code);
}
