using Cadran.Insight;

namespace Cadran.Web.Files;

/// <summary>
/// A column of a file of answers: what it is called, what it asks, and the words of its numbers in the language of the file.
/// </summary>
/// <param name="Name">As <see cref="VariableNames"/> makes it.</param>
/// <param name="Label">The question, with the option where it is one of several.</param>
/// <param name="Words">By the number that stands in the column; only those that have words.</param>
public sealed record PeopleColumn(string Name, string Label, PeopleVariable Variable, IReadOnlyDictionary<int, string> Words)
{
    public static IReadOnlyList<PeopleColumn> Of(PeopleTable table, string language)
    {
        IReadOnlyDictionary<string, string> names = VariableNames.Of(table.Content);
        return [.. table.Variables.Select(variable => new PeopleColumn(names[variable.Name], LabelOf(variable, language), variable,
            variable.Values.Where(v => v.Label != LocalText.Empty).ToDictionary(v => v.Number, v => v.Label.In(language))))];
    }

    private static string LabelOf(PeopleVariable variable, string language) => variable.Option is { } option
        ? $"{variable.Question.Text.In(language)} ({option.Label.In(language)})" : variable.Question.Text.In(language);
}
