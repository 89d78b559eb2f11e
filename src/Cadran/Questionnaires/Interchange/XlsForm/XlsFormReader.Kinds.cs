namespace Cadran.Questionnaires;

/// <summary>What each type of an XLSForm is here.</summary>
internal sealed partial class XlsFormReader
{
    private void Ask(XlsFormType type, string written, string name, string[] cells, string place)
    {
        string appearance = survey.Cell(cells, "appearance").ToLowerInvariant();
        var parameters = Parameters(cells);
        ForeignRule? shown = groups.TakeWhile(g => !g.Opens)
            .Aggregate(Rule(cells, "relevant"), (rule, group) => ForeignRule.Both(group.Rule, rule));
        ForeignText label = survey.Text(cells, "label", "caption");
        var question = new ForeignQuestion(name, place, QuestionKind.Text, label)
        {
            Hint = survey.Text(cells, "hint").Then(survey.Text(cells, "guidance_hint"), "\n"),
            Required = survey.Cell(cells, "required").ToLowerInvariant() is "yes" or "true" or "true()" or "1",
            RequiredWhen = survey.Cell(cells, "required") is { Length: > 0 } when
                && when.ToLowerInvariant() is not ("yes" or "no" or "true" or "false" or "true()" or "false()" or "1" or "0")
                ? ExpressionParser.Read(when, ExpressionDialect.XPath) : null,
            ShownWhen = shown,
            Checks = Rule(cells, "constraint") is { } holds ? [new(holds, survey.Text(cells, "constraint_message"))] : [],
            RandomOptions = parameters.GetValueOrDefault("randomize") is "true" or "yes",
        };
        if (survey.Cell(cells, "default").Length > 0 && type.Name != "hidden")
            builder.Tell(LossKind.Left, place, name, LossNotes.DefaultLeft);
        switch (type.Name)
        {
            case "text" or "barcode":
                builder.Ask(question with
                {
                    Kind = appearance.Contains("multiline", StringComparison.Ordinal) ? QuestionKind.Comment
                    : QuestionKind.Text
                });
                break;
            case "integer" or "decimal":
                bool percent = written.Contains("percent", StringComparison.OrdinalIgnoreCase);
                builder.Ask(question with
                {
                    Kind = QuestionKind.Number,
                    Decimals = type.Name == "integer" ? 0 : TypedNumber.MostDecimals,
                    Minimum = percent ? 0 : null,
                    Maximum = percent ? 100 : null,
                });
                break;
            case "range":
                Range(question, parameters, appearance);
                break;
            case "date" or "datetime" or "today":
                if (type.Name == "datetime") builder.Tell(LossKind.Changed, place, name, LossNotes.TimeLeft);
                builder.Ask(question with { Kind = QuestionKind.Date });
                break;
            case "time":
                builder.Tell(LossKind.Changed, place, name, LossNotes.AsOneQuestion, QuestionKind.Text.Name);
                builder.Ask(question);
                break;
            case "select_one" or "select_multiple" or "rank":
                Choose(question, type, appearance, cells);
                break;
            case "note":
                builder.Ask(question with { Kind = QuestionKind.Statement, Required = false });
                break;
            case "acknowledge":
                builder.Ask(question with { Kind = QuestionKind.Consent });
                break;
            case "phone":
                builder.Ask(question with { Kind = QuestionKind.Phone });
                break;
            case "image" or "audio" or "video" or "file":
                builder.Tell(LossKind.Changed, place, name, LossNotes.FilesOff);
                builder.Ask(question with { Kind = QuestionKind.File, Most = 1 });
                break;
            case "hidden" when OwnItem.IsCode(survey.Cell(cells, "default")):
                builder.Ask(question with { Kind = QuestionKind.Hidden, Value = survey.Cell(cells, "default"), Required = false });
                break;
            case "calculate" or "hidden" or "csv-external" or "xml-external":
                builder.Tell(LossKind.Left, place, name, LossNotes.Computed);
                break;
            case "metadata":
                builder.Tell(LossKind.Left, place, name, LossNotes.Metadata);
                break;
            case "place":
                builder.Tell(LossKind.Left, place, name, LossNotes.Place);
                break;
            case "from_file":
                builder.Tell(LossKind.Left, place, name, LossNotes.OutsideList);
                break;
            default:
                builder.Tell(LossKind.Left, place, name, LossNotes.KindUnknown, ShortText.Of(written));
                break;
        }
    }

    private void Choose(ForeignQuestion question, XlsFormType type, string appearance, string[] cells)
    {
        List<ForeignOption> options = [.. lists.GetValueOrDefault(type.List) ?? []];
        if (type.OrOther && !options.Exists(o => o.Name == "other"))
        {
            var other = new ForeignText().With("", "Other");
            foreach (string language in survey.Header.Select(c => XlsFormSheet.LanguageOf(c, "label")).OfType<string>())
                other.With(language, language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "Autre" : "Other");
            options.Add(new("other", other) { TakesText = true });
        }
        if (survey.Cell(cells, "choice_filter") is { Length: > 0 } filter)
            builder.Tell(LossKind.Left, question.Place, question.Name, LossNotes.FilterLeft, ShortText.Of(filter));
        if (type.Name != "rank")
        {
            // What people choose who do not answer has the same short names there.
            question = question with { NoValues = [.. NoValueCode.Offerable.Where(none => options.Exists(o => o.Name == none.Code))] };
            options.RemoveAll(o => question.NoValues.Any(none => none.Code == o.Name));
        }
        if (type.Name == "select_one" && appearance.Contains("likert", StringComparison.Ordinal)
            && ForeignScale.Of(options) is var (scale, words))
        {
            builder.Ask(question with { Kind = QuestionKind.Rating, Scale = scale, ScaleWords = words });
            return;
        }
        builder.Ask(question with
        {
            Kind = type.Name switch { "select_multiple" => QuestionKind.Choices, "rank" => QuestionKind.Ranking, _ => QuestionKind.Choice },
            Options = options,
            Display = appearance.Contains("minimal", StringComparison.Ordinal)
                || appearance.Contains("autocomplete", StringComparison.Ordinal)
                || appearance.Contains("search", StringComparison.Ordinal) ? QuestionDisplay.Dropdown : QuestionDisplay.Default,
        });
    }

    private void Range(ForeignQuestion question, Dictionary<string, string> parameters, string appearance)
    {
        decimal start = Number(parameters.GetValueOrDefault("start", "0")) ?? 0,
            end = Number(parameters.GetValueOrDefault("end", "10")) ?? 10,
            step = Number(parameters.GetValueOrDefault("step", "1")) ?? 1;
        if (step == 1 && start == Math.Floor(start) && end - start is >= 1 and < RatingScale.MostPoints
            && start is >= RatingScale.LowestFrom and <= RatingScale.LowestTo && end == Math.Floor(end))
            builder.Ask(question with
            {
                Kind = QuestionKind.Rating,
                Scale = new((int)start, (int)(end - start) + 1),
                Display = appearance.Contains("rating", StringComparison.Ordinal) ? QuestionDisplay.Stars : QuestionDisplay.Numbers,
            });
        else
            builder.Ask(question with
            {
                Kind = QuestionKind.Number,
                Minimum = start,
                Maximum = end,
                Decimals = step == Math.Floor(step) && start == Math.Floor(start) ? 0 : TypedNumber.MostDecimals,
            });
    }

    private Dictionary<string, string> Parameters(string[] cells)
    {
        var read = new Dictionary<string, string>();
        foreach (string part in survey.Cell(cells, "parameters").Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries))
            if (part.Split('=') is [var name, var value]) read.TryAdd(name.Trim().ToLowerInvariant(), value.Trim().ToLowerInvariant());
        return read;
    }
}
