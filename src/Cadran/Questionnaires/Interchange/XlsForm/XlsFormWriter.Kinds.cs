using System.Globalization;

namespace Cadran.Questionnaires;

/// <summary>What each of our kinds is in an XLSForm.</summary>
internal sealed partial class XlsFormWriter
{
    private void Ask(Question question)
    {
        var row = new XlsFormRow("text", question.Code)
        {
            Label = question.Text,
            Hint = question.Hint,
            Relevant = Rule(question.ShownWhen, question.Code),
            Required = question.Required ? "yes" : question.RequiredWhen is { } when ? Rule(when, question.Code) : "",
        };
        var constraints = new List<string>();
        foreach (Check check in question.Checks)
            if (new XPathRules(content, question.Code).Of(check.Holds) is { } holds)
            {
                constraints.Add(holds);
                if (row.Message == LocalText.Empty) row = row with { Message = check.Message };
                else notes.Left(question.Code, ExportNotes.Several);
            }
            else notes.Left(question.Code, ExportNotes.Rule);
        switch (question.Kind.Code)
        {
            case "Rating" or "Recommend":
                row = row with
                {
                    Type = "select_one " + List(question, [.. question.Kind.Options(question).Select(Numbered)]),
                    Appearance = "likert",
                };
                break;
            case "YesNo" or "Choice" or "Consent":
                row = row with
                {
                    Type = "select_one " + List(question, question.Kind.Options(question)),
                    Appearance = question.Display == QuestionDisplay.Dropdown ? "minimal" : "",
                    Parameters = question.RandomOptions ? "randomize=true" : "",
                };
                break;
            case "Choices":
                row = row with
                {
                    Type = "select_multiple " + List(question, question.Options),
                    Parameters = question.RandomOptions ? "randomize=true"
                        : "",
                };
                if (question.Least is { } least) constraints.Add($"count-selected(.) >= {least}");
                if (question.Most is { } most) constraints.Add($"count-selected(.) <= {most}");
                foreach (string alone in question.Options.Where(o => o.Exclusive)
                    .Select(o => o.Code).Concat(question.NoValues.Select(n => n.Code)))
                    constraints.Add($"not(selected(., '{alone}') and count-selected(.) > 1)");
                break;
            case "Ranking":
                row = row with { Type = "rank " + List(question, question.Options) };
                break;
            case "Number":
                row = row with { Type = question.Decimals == 0 ? "integer" : "decimal" };
                if (question.Minimum is { } minimum) constraints.Add($". >= {SurveyJsRules.Number(minimum)}");
                if (question.Maximum is { } maximum) constraints.Add($". <= {SurveyJsRules.Number(maximum)}");
                break;
            case "Sum":
                Parts(question, row, [.. question.Options.Select(o => (o.Code, o.Label))], question.Total ?? 100);
                return;
            case "Duration":
                Parts(question, row, [.. question.Kind.Series(question).Take(2).Select(s => (s.Part, s.Label))], null);
                return;
            case "Date":
                row = row with { Type = "date" };
                if (question.Earliest is { } earliest) constraints.Add($". >= date('{Day(earliest)}')");
                if (question.Latest is { } latest) constraints.Add($". <= date('{Day(latest)}')");
                break;
            case "Comment":
                row = row with { Appearance = "multiline" };
                constraints.Add($"string-length(.) <= {CommentKind.LengthOf(question)}");
                break;
            case "Text":
                constraints.Add($"string-length(.) <= {TextKind.LengthOf(question)}");
                if (question.Pattern is { } pattern)
                    if (pattern.Contains('\'', StringComparison.Ordinal)) notes.Left(question.Code, ExportNotes.Rule);
                    else constraints.Add($"regex(., '^(?:{pattern})$')");
                break;
            case "Statement":
                row = row with { Type = "note", Required = "" };
                break;
            case "Hidden" when question.Value is { } value:
                row = row with { Type = "calculate", Calculation = $"'{value}'", Required = "" };
                break;
            case "Hidden":
                row = row with { Type = "hidden", Required = "" };
                break;
            case "File":
                row = row with { Type = "file" };
                break;
        }
        if (question.NoValues.Count > 0 && !XPathRules.IsListed(question)) notes.Left(question.Code, ExportNotes.NoAnswer);
        rows.Add(row with { Constraint = string.Join(" and ", constraints.Select(c => constraints.Count > 1 ? $"({c})" : c)) });
        foreach (QuestionOption option in question.Kind.Options(question).Where(o => o.TakesText))
        {
            notes.Left(question.Code, ExportNotes.TextOfOption);
            rows.Add(new("text", Free($"{question.Code}_{option.Code}_text"))
            {
                Label = option.Label,
                Relevant = $"selected(${{{question.Code}}}, '{option.Code}')",
            });
        }
    }

    private static QuestionOption Numbered(QuestionOption point) =>
        point.Label == LocalText.Empty ? point with { Label = new(point.Code, point.Code, point.Code, point.Code) } : point;

    private string Rule(Condition? condition, string code)
    {
        if (condition is null) return "";
        string? rule = new XPathRules(content).Of(condition);
        if (rule is null) notes.Left(code, ExportNotes.Rule);
        return rule ?? "";
    }

    /// <summary>The list of what can be chosen; questions with the same options share one.</summary>
    private string List(Question question, IReadOnlyList<QuestionOption> options)
    {
        IReadOnlyList<QuestionOption> all = question.Kind == QuestionKind.Ranking ? options
            : [.. options, .. NoValueWords.Options(question)];
        List<QuestionOption> bare = [.. all.Select(o => new QuestionOption(o.Code, o.Label))];
        foreach (var (name, known) in lists)
            if (known.SequenceEqual(bare)) return name;
        string list = "list_" + question.Code;
        lists[list] = bare;
        return list;
    }

    /// <summary>A number for each part, under a note that says what is asked; the last one makes sure of the total.</summary>
    private void Parts(Question question, XlsFormRow row, IReadOnlyList<(string Code, LocalText Label)> parts, decimal? total)
    {
        rows.Add(row with { Type = "note", Required = "" });
        List<string> names = [.. parts.Select(p => Free($"{question.Code}_{p.Code}"))];
        for (int i = 0; i < parts.Count; i++)
        {
            bool sums = total is not null && i == parts.Count - 1;
            string sum = string.Join(" + ", names.Take(i).Select(n => $"coalesce(${{{n}}}, 0)").Append("."));
            rows.Add(new(question.Decimals == 0 ? "integer" : "decimal", names[i])
            {
                Label = parts[i].Label,
                Required = row.Required,
                Relevant = row.Relevant,
                Constraint = sums ? $"{sum} = {SurveyJsRules.Number(total!.Value)}" : ". >= 0",
            });
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
