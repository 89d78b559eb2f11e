using System.Text.Json.Nodes;

namespace Cadran.Questionnaires;

/// <summary>What each of our kinds is in SurveyJS.</summary>
internal sealed partial class SurveyJsWriter
{
    private void Kind(Question question, JsonObject element, JsonArray validators)
    {
        switch (question.Kind.Code)
        {
            case "Rating" or "Recommend":
                Scale(question, element);
                break;
            case "YesNo" when question.NoValues.Count == 0:
                element["type"] = "boolean";
                break;
            case "YesNo" or "Choice" or "Consent" or "Choices" or "Ranking":
                Options(question, element);
                break;
            case "Number":
                Number(question, element);
                break;
            case "Sum":
                Parts(question, element, [.. question.Options.Select(o => (o.Code, o.Label))]);
                string total = SurveyJsRules.Number(question.Total ?? 100);
                string parts = string.Join(", ", question.Options.Select(o => $"{{{question.Code}.{o.Code}}}"));
                validators.Add(new JsonObject { ["type"] = "expression", ["expression"] = $"sum({parts}) = {total}", ["text"] = total });
                break;
            case "Duration":
                Parts(question, element, [.. question.Kind.Series(question).Take(2).Select(s => (s.Part, s.Label))]);
                break;
            case "Date":
                element["inputType"] = "date";
                if (question.Earliest is { } earliest) element["min"] = Day(earliest);
                if (question.Latest is { } latest) element["max"] = Day(latest);
                break;
            case "Comment":
                element["type"] = "comment";
                element["maxLength"] = CommentKind.LengthOf(question);
                break;
            case "Text":
                element["maxLength"] = TextKind.LengthOf(question);
                if (question.Pattern is { } pattern) validators.Add(new JsonObject { ["type"] = "regex", ["regex"] = $"^(?:{pattern})$" });
                break;
            case "Phone":
                element["inputType"] = "tel";
                break;
            case "Statement":
                element["type"] = "html";
                element.Remove("title");
                element.Remove("description");
                element["html"] = Text(question.Text, markup: true);
                break;
            case "Hidden":
                element["visible"] = false;
                if (question.Value is { } value) element["defaultValue"] = value;
                break;
            case "File":
                element["type"] = "file";
                element["allowMultiple"] = FileKind.MostOf(question) > 1;
                break;
        }
        if (question.NoValues.Count > 0 && !question.Kind.HasScale && !question.Kind.HasOptions && !question.Kind.Groups)
            notes.Left(question.Code, ExportNotes.NoAnswer);
    }

    private void Scale(Question question, JsonObject element)
    {
        RatingScale scale = question.Scale!;
        element["type"] = "rating";
        if (question.Display == QuestionDisplay.Stars) element["rateType"] = "stars";
        if (question.Display == QuestionDisplay.Faces) element["rateType"] = "smileys";
        if (scale.HasEveryLabel || question.NoValues.Count > 0 || scale.Points > 10)
        {
            var values = new JsonArray();
            foreach (int value in scale.Values)
                values.Add(Value(value, scale.LabelOf(value) == LocalText.Empty ? null : Text(scale.LabelOf(value))));
            foreach (QuestionOption none in NoValueWords.Options(question)) values.Add(Value(none.Code, Text(none.Label)));
            element["rateValues"] = values;
            return;
        }
        element["rateMin"] = scale.Lowest;
        element["rateMax"] = scale.Highest;
        element["rateCount"] = scale.Points;
        if (scale.Labels.Count != 2) return;
        Put(element, "minRateDescription", Text(scale.Labels[0]));
        Put(element, "maxRateDescription", Text(scale.Labels[1]));
    }

    private void Options(Question question, JsonObject element)
    {
        element["type"] = question.Kind == QuestionKind.Ranking ? "ranking" : question.Kind.TakesSeveral ? "checkbox"
            : question.Display == QuestionDisplay.Dropdown ? "dropdown" : "radiogroup";
        var choices = new JsonArray();
        IReadOnlyList<QuestionOption> options = question.Kind.Options(question);
        QuestionOption? other = options.Where(o => o.TakesText).ToList() is [var only] ? only : null;
        if (other is null && options.Any(o => o.TakesText)) notes.Left(question.Code, ExportNotes.TextOfOption);
        foreach (QuestionOption option in options.Where(o => o != other))
        {
            JsonObject choice = Value(option.Code, Text(option.Label));
            Put(choice, "visibleIf", Rule(option.ShownWhen, question.Code));
            choices.Add(choice);
        }
        foreach (QuestionOption none in question.Kind == QuestionKind.Ranking ? [] : NoValueWords.Options(question))
            choices.Add(Value(none.Code, Text(none.Label)));
        element["choices"] = choices;
        if (other is not null)
        {
            element["showOtherItem"] = true;
            Put(element, "otherText", Text(other.Label));
        }
        if (question.RandomOptions) element["choicesOrder"] = "random";
        if (!question.Kind.TakesSeveral) return;
        if (question.Least is { } least) element["minSelectedChoices"] = least;
        if (question.Most is { } most) element["maxSelectedChoices"] = most;
        if (question.Options.Any(o => o.Exclusive)) notes.Left(question.Code, ExportNotes.Rule);
    }

    private static void Number(Question question, JsonObject element)
    {
        element["inputType"] = "number";
        if (question.Minimum is { } minimum) element["min"] = minimum;
        if (question.Maximum is { } maximum) element["max"] = maximum;
        if (question.Decimals == 0) element["step"] = 1;
        else element["step"] = (decimal)Math.Pow(10, -question.Decimals);
    }

    private void Parts(Question question, JsonObject element, IReadOnlyList<(string Code, LocalText Label)> parts)
    {
        element["type"] = "multipletext";
        var items = new JsonArray();
        foreach (var (code, label) in parts)
        {
            var item = new JsonObject { ["name"] = code, ["inputType"] = "number" };
            Put(item, "title", Text(label));
            items.Add(item);
        }
        element["items"] = items;
    }

    private static JsonObject Value(JsonNode value, JsonNode? text)
    {
        var made = new JsonObject { ["value"] = value };
        if (text is not null) made["text"] = text;
        return made;
    }
}
