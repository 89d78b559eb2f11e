using System.Globalization;
using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>What each type of SurveyJS is here.</summary>
internal sealed partial class SurveyJsReader
{
    private void Ask(JsonElement element, string type, string name, string place, ForeignRule? shown)
    {
        ForeignText title = element.Text("title");
        var question = Validated(element, new(name, place, QuestionKind.Text, title.IsEmpty ? ForeignText.Of(name) : title)
        {
            Hint = element.Text("description"),
            Required = element.Is("isRequired"),
            RequiredWhen = Rule(element, "requiredIf"),
            ShownWhen = shown,
            Aliases = element.Said("valueName") is { Length: > 0 } alias ? [alias] : [],
            RandomOptions = element.Said("choicesOrder") == "random",
        });
        switch (type)
        {
            case "text":
                builder.Ask(Typed(question, element, element.Said("inputType")));
                break;
            case "comment":
                builder.Ask(question with { Kind = QuestionKind.Comment, Length = element.Count("maxLength") ?? question.Length });
                break;
            case "radiogroup" or "dropdown" or "buttongroup" or "imagepicker" or "checkbox" or "tagbox" or "ranking":
                Choose(question, element, type);
                break;
            case "rating":
                Rate(question, element);
                break;
            case "boolean":
                builder.Ask(question with { Kind = QuestionKind.YesNo });
                break;
            case "matrix":
                Matrix(question, element);
                break;
            case "matrixdropdown":
                Cells(question, element, element.List("rows").Select(Choice).ToList());
                break;
            case "matrixdynamic":
                builder.Tell(LossKind.Changed, place, name, LossNotes.Repeat);
                Cells(question, element, []);
                break;
            case "multipletext":
                List<JsonElement> items = [.. element.List("items")];
                builder.Tell(LossKind.Changed, place, name, LossNotes.SplitParts, items.Count);
                builder.Ask(question with { Kind = QuestionKind.Statement, Required = false, RequiredWhen = null, Checks = [] });
                foreach (JsonElement item in items)
                {
                    string part = item.Said("name");
                    ForeignText said = item.Text("title");
                    builder.Ask(Typed(Validated(item, new($"{name}_{part}", place, QuestionKind.Text, said.IsEmpty ? ForeignText.Of(part)
                        : said)
                    {
                        ShownWhen = shown,
                        Required = item.Is("isRequired"),
                        Aliases = [$"{name}.{part}"],
                    }), item, item.Said("inputType")));
                }
                break;
            case "html":
                builder.Ask(question with { Kind = QuestionKind.Statement, Text = element.Text("html"), Required = false });
                break;
            case "file":
                builder.Tell(LossKind.Changed, place, name, LossNotes.FilesOff);
                builder.Ask(question with { Kind = QuestionKind.File, Most = element.Is("allowMultiple") ? FileKind.MostFiles : 1 });
                break;
            case "slider":
                builder.Ask(question with
                {
                    Kind = QuestionKind.Number,
                    Minimum = element.Number("min") ?? 0,
                    Maximum = element.Number("max") ?? 100,
                    Decimals = element.Number("step") is { } step && step != Math.Floor(step) ? TypedNumber.MostDecimals : 0,
                });
                break;
            case "expression":
                builder.Tell(LossKind.Left, place, name, LossNotes.Computed);
                break;
            default:
                builder.Tell(LossKind.Left, place, name, LossNotes.KindUnknown, ShortText.Of(type));
                break;
        }
    }

    private static ForeignQuestion Typed(ForeignQuestion question, JsonElement element, string inputType) => inputType switch
    {
        "number" or "range" => question with
        {
            Kind = QuestionKind.Number,
            Minimum = element.Number("min") ?? question.Minimum,
            Maximum = element.Number("max") ?? question.Maximum,
            Decimals = element.Number("step") is { } step && step == Math.Floor(step) ? 0 : TypedNumber.MostDecimals,
            Pattern = null,
        },
        "date" or "datetime-local" or "datetime" or "month" => question with
        {
            Kind = QuestionKind.Date,
            Earliest = Day(element, "min"),
            Latest = Day(element, "max"),
            Pattern = null,
        },
        "tel" => question with { Kind = QuestionKind.Phone, Pattern = null },
        _ => question with { Kind = QuestionKind.Text, Length = element.Count("maxLength") ?? question.Length },
    };

    private static DateOnly? Day(JsonElement element, string name) => DateOnly.TryParseExact(element.Said(name).Split('T')[0], "yyyy-MM-dd",
        CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private ForeignQuestion Validated(JsonElement element, ForeignQuestion question)
    {
        foreach (JsonElement validator in element.List("validators"))
            switch (validator.Said("type").Replace("validator", "", StringComparison.Ordinal))
            {
                case "numeric":
                    question = question with { Minimum = validator.Number("minValue"), Maximum = validator.Number("maxValue") };
                    break;
                case "text":
                    question = question with { Length = validator.Count("maxLength") is > 0 and var most ? most : question.Length };
                    break;
                case "regex":
                    question = question with { Pattern = validator.Said("regex").TrimStart('^').TrimEnd('$') };
                    break;
                case "answercount":
                    question = question with { Least = validator.Count("minCount"), Most = validator.Count("maxCount") };
                    break;
                case "expression" when Rule(validator, "expression") is { } holds:
                    question = question with { Checks = [.. question.Checks, new(holds, validator.Text("text"))] };
                    break;
                default:
                    builder.Tell(LossKind.Left, question.Place, question.Name, LossNotes.TriggerLeft, validator.Said("type"));
                    break;
            }
        return question;
    }

    /// <summary>"value", "value|text", a number, or an object with both.</summary>
    private static ForeignOption Choice(JsonElement choice)
    {
        if (choice.ValueKind == JsonValueKind.Object)
        {
            string value = choice.Said("value");
            ForeignText text = choice.Text("text");
            return new(value, text.IsEmpty ? ForeignText.Of(value) : text) { ShownWhen = Rule(choice, "visibleIf")?.Means };
        }
        string written = choice.Plain();
        int bar = written.IndexOf('|', StringComparison.Ordinal);
        return bar > 0 ? new(written[..bar], ForeignText.Of(written[(bar + 1)..])) : new(written, ForeignText.Of(written));
    }

    private void Choose(ForeignQuestion question, JsonElement element, string type)
    {
        if (element.At("choicesByUrl") is not null || element.Said("choicesFromQuestion").Length > 0)
        {
            builder.Tell(LossKind.Left, question.Place, question.Name, LossNotes.OutsideList);
            return;
        }
        bool several = type is "checkbox" or "tagbox" || (type == "imagepicker" && element.Is("multiSelect"));
        List<ForeignOption> options = [.. element.List("choices").Select(Choice).Where(o => o.Name.Length > 0)];
        if (element.Is("showNoneItem") || element.Is("hasNone"))
            options.Add(new("none", Said(element, "noneText", "None", "Aucun", "Geen", "Keine")) { Exclusive = several });
        if (element.Is("showOtherItem") || element.Is("hasOther"))
            options.Add(new("other", Said(element, "otherText", "Other", "Autre", "Andere", "Sonstiges")) { TakesText = true });
        builder.Ask(question with
        {
            Kind = type == "ranking" ? QuestionKind.Ranking : several ? QuestionKind.Choices : QuestionKind.Choice,
            Options = options,
            Display = type is "dropdown" ? QuestionDisplay.Dropdown : QuestionDisplay.Default,
            Least = element.Count("minSelectedChoices") is > 0 and var least ? least : question.Least,
            Most = element.Count("maxSelectedChoices") is > 0 and var most ? most : question.Most,
            NoValues =
            [
                .. element.Is("showDontKnowItem") ? [NoValueCode.DontKnow] : Array.Empty<NoValueCode>(),
                .. element.Is("showRefuseItem") ? [NoValueCode.Refused] : Array.Empty<NoValueCode>(),
            ],
        });
    }

    private static ForeignText Said(JsonElement element, string name, string en, string fr, string nl, string de) =>
        element.Text(name) is { IsEmpty: false } said ? said
            : new ForeignText().With("", en).With("fr", fr).With("nl", nl).With("de", de);

    private void Rate(ForeignQuestion question, JsonElement element)
    {
        List<ForeignOption> values = [.. element.List("rateValues").Select(Choice)];
        QuestionDisplay display = element.Said("rateType") is { Length: > 0 } kind
            ? kind == "stars" ? QuestionDisplay.Stars : kind is "smileys" or "smiley" ? QuestionDisplay.Faces : QuestionDisplay.Default
            : QuestionDisplay.Default;
        List<NoValueCode> none = [.. values.Select(v => NoValueCode.Find(v.Name)).OfType<NoValueCode>()];
        values.RemoveAll(v => NoValueCode.Find(v.Name) is not null);
        if (values.Count > 0)
        {
            if (ForeignScale.Of(values) is var (scale, words))
                builder.Ask(question with
                {
                    Kind = QuestionKind.Rating,
                    Scale = scale,
                    ScaleWords = words,
                    Display = display,
                    NoValues = none
                });
            else
            {
                builder.Tell(LossKind.Changed, question.Place, question.Name, LossNotes.AsOneQuestion, QuestionKind.Choice.Name);
                builder.Ask(question with { Kind = QuestionKind.Choice, Options = values, NoValues = none });
            }
            return;
        }
        decimal lowest = element.Number("rateMin") ?? 1, step = element.Number("rateStep") ?? 1;
        decimal highest = element.Number("rateMax") ?? (element.Count("rateCount") is > 1 and var count ? lowest + (count - 1) * step : 5);
        ForeignText worst = Either(element, "minRateDescription", "mininumRateDescription"),
            best = Either(element, "maxRateDescription", "maximumRateDescription");
        if (step == 1 && lowest == Math.Floor(lowest) && highest == Math.Floor(highest)
            && highest - lowest is >= 1 and < RatingScale.MostPoints
            && lowest is >= RatingScale.LowestFrom and <= RatingScale.LowestTo)
            builder.Ask(question with
            {
                Kind = QuestionKind.Rating,
                Scale = new((int)lowest, (int)(highest - lowest) + 1),
                Display = display,
                ScaleWords = worst.IsEmpty && best.IsEmpty ? [] : [worst, best],
            });
        else
        {
            builder.Tell(LossKind.Changed, question.Place, question.Name, LossNotes.AsOneQuestion, QuestionKind.Number.Name);
            builder.Ask(question with
            {
                Kind = QuestionKind.Number,
                Minimum = lowest,
                Maximum = highest,
                Decimals = TypedNumber.MostDecimals
            });
        }
    }

    private static ForeignText Either(JsonElement element, string name, string former) =>
        element.Text(name) is { IsEmpty: false } said ? said : element.Text(former);

    private void Matrix(ForeignQuestion question, JsonElement element)
    {
        List<ForeignOption> options = [.. element.List("columns").Select(Choice)], rows = [.. element.List("rows").Select(Choice)];
        builder.Tell(LossKind.Changed, question.Place, question.Name, LossNotes.Split, rows.Count);
        bool rated = ForeignScale.Of(options) is not null;
        var (scale, words) = ForeignScale.Of(options) is { } found ? found : (null!, []);
        if (rated) builder.Tell(LossKind.Changed, question.Place, question.Name, LossNotes.Rated);
        string? grid = rows.Count > 1 && options.Count is > 1 and <= OwnItem.MaxOptions
            ? builder.Grid(question.Name, question.Text, question.Hint, question.Place) : null;
        bool every = element.Is("isAllRowRequired") || element.Is("eachRowRequired") || question.Required;
        foreach (ForeignOption row in rows)
            builder.Ask(question with
            {
                Name = $"{question.Name}_{row.Name}",
                Text = grid is null ? question.Text.Then(row.Label, "\n") : row.Label,
                Hint = new(),
                Aliases = [$"{question.Name}.{row.Name}"],
                Kind = rated ? QuestionKind.Rating : QuestionKind.Choice,
                Scale = rated ? scale : null,
                ScaleWords = rated ? words : [],
                Options = rated ? [] : options,
                Grid = grid,
                Required = every,
                ShownWhen = ForeignRule.Both(question.ShownWhen, row.ShownWhen is { } shown ? new(row.Name, shown) : null),
            });
    }

    /// <summary>A question for each cell; without rows, one for each column.</summary>
    private void Cells(ForeignQuestion question, JsonElement element, List<ForeignOption> rows)
    {
        List<JsonElement> columns = [.. element.List("columns")];
        builder.Tell(LossKind.Changed, question.Place, question.Name, LossNotes.SplitCells, Math.Max(rows.Count, 1) * columns.Count);
        builder.Ask(question with { Kind = QuestionKind.Statement, Required = false, RequiredWhen = null, Checks = [] });
        foreach (ForeignOption? row in rows.Count == 0 ? [null] : rows.Select(r => (ForeignOption?)r))
            foreach (JsonElement column in columns)
            {
                string name = column.Said("name");
                ForeignText said = column.Text("title") is { IsEmpty: false } title ? title : ForeignText.Of(name);
                string type = column.Said("cellType") is { Length: > 0 } own and not "default" ? own
                    : element.Said("cellType") is { Length: > 0 } shared and not "default" ? shared : "dropdown";
                var cell = new ForeignQuestion(row is null ? $"{question.Name}_{name}" : $"{question.Name}_{row.Name}_{name}",
                    question.Place,
                    QuestionKind.Text, row is null ? said : row.Label.Then(said, " – "))
                {
                    ShownWhen = question.ShownWhen,
                    Required = column.Is("isRequired"),
                    Aliases = [row is null ? $"{question.Name}[0].{name}" : $"{question.Name}.{row.Name}.{name}"],
                };
                if (type is "radiogroup" or "dropdown" or "checkbox" or "tagbox")
                    Choose(cell, column.At("choices") is null ? element : column, type);
                else if (type == "rating") Rate(cell, column);
                else if (type == "boolean") builder.Ask(cell with { Kind = QuestionKind.YesNo });
                else if (type == "comment") builder.Ask(cell with { Kind = QuestionKind.Comment });
                else if (type == "expression") builder.Tell(LossKind.Left, cell.Place, cell.Name, LossNotes.Computed);
                else builder.Ask(Typed(cell, column, column.Said("inputType")));
            }
    }
}
