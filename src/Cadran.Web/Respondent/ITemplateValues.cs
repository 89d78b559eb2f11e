namespace Cadran.Web.Respondent;

/// <summary>What one request puts into the open places of a template.</summary>
public interface ITemplateValues
{
    bool Is(string condition, string code, string value);
    string Text(string name, string code);

    /// <summary>The parts of a group in this person's order; as they are where nothing is drawn.</summary>
    IEnumerable<T> InOrder<T>(string group, IReadOnlyList<T> parts, Func<T, string> name) => parts;
}
