using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>What each type and selector of Qualtrics is here.</summary>
internal sealed partial class QsfReader
{
    private void Ask(string id, JsonElement payload)
    {
        string type = payload.Said("QuestionType"), selector = payload.Said("Selector"), sub = payload.Said("SubSelector");
        string name = payload.Said("DataExportTag") is { Length: > 0 } tag ? tag : id;
        JsonElement? settings = payload.At("Validation")?.At("Settings");
        var question = new ForeignQuestion(name, id, QuestionKind.Text, Text(payload, "QuestionText"))
        {
            Aliases = [id],
            Required = settings?.Said("ForceResponse") == "ON",
            ShownWhen = payload.At("DisplayLogic") is { } logic ? Logic(logic) : null,
            RandomOptions = payload.At("Randomization")?.Said("Type") is { Length: > 0 } and not "None",
        };
        if (settings?.Said("ForceResponse") == "RequestResponse") builder.Tell(LossKind.Changed, id, name, LossNotes.SoftMandatory);
        if (payload.At("DefaultChoices") is { ValueKind: JsonValueKind.Object }) builder.Tell(LossKind.Left, id, name,
            LossNotes.DefaultLeft);
        List<ForeignOption> choices = Options(payload, "Choices", "ChoiceOrder");
        switch (type)
        {
            case "MC" when selector == "NPS":
                builder.Ask(question with { Kind = QuestionKind.Recommend });
                break;
            case "MC":
                bool several = selector is "MAVR" or "MAHR" or "MACOL" or "MSB";
                builder.Ask(question with
                {
                    Kind = several ? QuestionKind.Choices : QuestionKind.Choice,
                    Options = choices,
                    Display = selector is "DL" or "SB" ? QuestionDisplay.Dropdown : QuestionDisplay.Default,
                    Least = settings?.Count("MinChoices"),
                    Most = settings?.Count("MaxChoices"),
                });
                break;
            case "Matrix":
                Matrix(question, payload, selector, sub, choices);
                break;
            case "TE" when selector == "FORM":
                Parts(question, choices, QuestionKind.Text);
                break;
            case "TE":
                bool number = settings?.Said("ContentType") == "ValidNumber";
                JsonElement? bounds = settings?.At("ValidNumber");
                builder.Ask(question with
                {
                    Kind = number ? QuestionKind.Number : selector is "SL" or "PW" ? QuestionKind.Text : QuestionKind.Comment,
                    Minimum = bounds?.Number("Min"),
                    Maximum = bounds?.Number("Max"),
                    Decimals = bounds?.Count("NumDecimals") ?? (number ? TypedNumber.MostDecimals : 0),
                    Length = settings?.Count("TotalChars") ?? settings?.Count("MaxChars"),
                });
                break;
            case "Slider":
                JsonElement? ends = payload.At("Configuration");
                Parts(question with
                {
                    Minimum = ends?.Number("CSSliderMin") ?? 0,
                    Maximum = ends?.Number("CSSliderMax") ?? 100,
                    Decimals = ends?.Count("NumDecimals") ?? 0,
                }, choices, QuestionKind.Number);
                break;
            case "RO":
                builder.Ask(question with { Kind = QuestionKind.Ranking, Options = choices });
                break;
            case "CS":
                builder.Ask(question with { Kind = QuestionKind.Sum, Options = choices, Total = settings?.Number("ChoiceTotal") });
                break;
            case "DB":
                builder.Ask(question with { Kind = QuestionKind.Statement, Required = false });
                break;
            case "FileUpload":
                builder.Tell(LossKind.Changed, id, name, LossNotes.FilesOff);
                builder.Ask(question with { Kind = QuestionKind.File, Most = 1 });
                break;
            case "Timing" or "Meta" or "Captcha":
                builder.Tell(LossKind.Left, id, name, LossNotes.Metadata);
                break;
            default:
                builder.Tell(LossKind.Left, id, name, LossNotes.KindUnknown, ShortText.Of($"{type} {selector}"));
                break;
        }
    }

    private void Matrix(ForeignQuestion question, JsonElement payload, string selector, string sub, List<ForeignOption> lines)
    {
        List<ForeignOption> answers = Options(payload, "Answers", "AnswerOrder");
        builder.Tell(LossKind.Changed, question.Place, question.Name, LossNotes.Split, lines.Count);
        if (selector == "TE")
        {
            builder.Ask(question with { Kind = QuestionKind.Statement, Required = false });
            foreach (ForeignOption line in lines)
                foreach (ForeignOption answer in answers)
                    builder.Ask(Line(question, line) with
                    {
                        Name = $"{question.Name}_{line.Name}_{answer.Name}",
                        Text = line.Label.Then(answer.Label, " – "),
                        Kind = QuestionKind.Text,
                    });
            return;
        }
        bool several = sub == "MultipleAnswer";
        var points = several ? null : ForeignScale.Of(answers);
        if (points is not null) builder.Tell(LossKind.Changed, question.Place, question.Name, LossNotes.Rated);
        if (several) builder.Ask(question with { Kind = QuestionKind.Statement, Required = false });
        string? grid = !several && lines.Count > 1 && answers.Count is > 1 and <= OwnItem.MaxOptions
            ? builder.Grid(question.Name, question.Text, new(), question.Place) : null;
        foreach (ForeignOption line in lines)
            builder.Ask(Line(question, line) with
            {
                Text = grid is null && !several ? question.Text.Then(line.Label, "\n") : line.Label,
                Kind = several ? QuestionKind.Choices : points is not null ? QuestionKind.Rating : QuestionKind.Choice,
                Options = points is not null ? [] : answers,
                Scale = points?.Scale,
                ScaleWords = points?.Words ?? [],
                Grid = grid,
            });
    }

    private static ForeignQuestion Line(ForeignQuestion question, ForeignOption line) => question with
    {
        Name = $"{question.Name}_{line.Name}",
        Text = line.Label,
        Aliases = [$"{question.Place}_{line.Name}"],
    };

    private void Parts(ForeignQuestion question, List<ForeignOption> parts, QuestionKind kind)
    {
        if (parts.Count < 2)
        {
            builder.Ask(question with { Kind = kind, Text = parts.Count == 0 ? question.Text : question.Text.Then(parts[0].Label, "\n") });
            return;
        }
        builder.Tell(LossKind.Changed, question.Place, question.Name, LossNotes.SplitParts, parts.Count);
        builder.Ask(question with { Kind = QuestionKind.Statement, Required = false, Minimum = null, Maximum = null });
        foreach (ForeignOption part in parts) builder.Ask(Line(question, part) with { Kind = kind });
    }

    private static ForeignText Text(JsonElement payload, string name)
    {
        ForeignText text = ForeignText.Of(payload.Said(name));
        foreach (JsonProperty language in payload.At("Language").Members()) text.With(language.Name, language.Value.Said(name));
        return text;
    }

    private static List<ForeignOption> Options(JsonElement payload, string list, string order)
    {
        var options = new List<ForeignOption>();
        Dictionary<string, JsonElement> byId = payload.At(list) is { ValueKind: JsonValueKind.Array } array
            ? array.EnumerateArray().Index().ToDictionary(i => i.Index.ToString(System.Globalization.CultureInfo.InvariantCulture),
                i => i.Item)
            : payload.At(list).Members().DistinctBy(m => m.Name).ToDictionary(m => m.Name, m => m.Value);
        IEnumerable<string> ids = payload.List(order).Any() ? payload.List(order).Select(o => o.Plain()) : byId.Keys;
        foreach (string id in ids)
        {
            if (!byId.TryGetValue(id, out JsonElement choice)) continue;
            ForeignText label = ForeignText.Of(choice.ValueKind == JsonValueKind.String ? choice.GetString() : choice.Said("Display"));
            foreach (JsonProperty language in payload.At("Language").Members())
                label.With(language.Name, language.Value.At(list)?.At(id)?.Said("Display"));
            string recoded = list == "Choices" && payload.Said("QuestionType") == "Matrix" ? id : Recoded(payload, id);
            options.Add(new(recoded, label)
            {
                TakesText = choice.Is("TextEntry"),
                Exclusive = choice.Is("ExclusiveAnswer"),
            });
        }
        return options;
    }
}
