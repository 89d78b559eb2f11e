namespace Cadran.Questionnaires;

/// <summary>What each type of LimeSurvey, one letter or sign, is here.</summary>
internal sealed partial class LssReader
{
    private void Ask(LssQuestion from)
    {
        Settings(from);
        if (from.Is("hidden"))
        {
            builder.Tell(LossKind.Left, from.Place, from.Name, LossNotes.HiddenLeft);
            return;
        }
        switch (from.Type)
        {
            case "5":
                builder.Ask(One(from, QuestionKind.Rating) with { Scale = new(1, 5), Display = Stars(from) });
                break;
            case "A":
                Table(from, QuestionKind.Rating, [], new(1, 5));
                break;
            case "B":
                Table(from, QuestionKind.Rating, [], new(1, 10));
                break;
            case "C":
                Table(from, QuestionKind.Choice, [Yes, new("U", Said("Uncertain", "Incertain", "Onzeker", "Unsicher")), No]);
                break;
            case "E":
                Table(from, QuestionKind.Choice,
                [
                    new("I", Said("Increase", "Augmentation", "Toename", "Zunahme")),
                        new("S", Said("Same", "Identique", "Gelijk", "Gleich")),
                    new("D", Said("Decrease", "Diminution", "Afname", "Abnahme")),
                ]);
                break;
            case "F" or "H":
                Table(from, QuestionKind.Choice, [.. from.Scale(0).Select(a => a.Option)]);
                break;
            case "1":
                Dual(from);
                break;
            case "D":
                if (from.Attribute("date_format") is { Length: > 0 } format && (format.Contains('H') || format.Contains('h')))
                    builder.Tell(LossKind.Changed, from.Place, from.Name, LossNotes.TimeLeft);
                builder.Ask(One(from, QuestionKind.Date) with { Earliest = Day(from, "date_min"), Latest = Day(from, "date_max") });
                break;
            case "G":
                builder.Ask(One(from, QuestionKind.Choice) with
                {
                    Options = [new("F", Said("Female", "Féminin", "Vrouw", "Weiblich")),
                        new("M", Said("Male", "Masculin", "Man", "Männlich"))],
                });
                break;
            case "Y":
                builder.Ask(One(from, QuestionKind.YesNo));
                break;
            case "L" or "!" or "O":
                List(from);
                break;
            case "M" or "P":
                Several(from);
                break;
            case "R":
                IReadOnlyList<ForeignOption> ranked = [.. from.Scale(0).Select(a => a.Option)];
                builder.Ask(One(from, QuestionKind.Ranking) with
                {
                    Options = ranked.Count > 0 ? ranked : [.. from.Lines.Select(p => p.Option)],
                    Most = from.Count("max_answers") ?? from.Count("max_subquestions"),
                    Least = from.Count("min_answers"),
                });
                break;
            case "N":
                builder.Ask(One(from, QuestionKind.Number) with
                {
                    Minimum = from.Number("min_num_value_n"),
                    Maximum = from.Number("max_num_value_n"),
                    Decimals = from.Is("num_value_int_only") ? 0 : TypedNumber.MostDecimals,
                    Unit = from.AttributeText("suffix"),
                });
                break;
            case "K":
                Numbers(from);
                break;
            case "S" or "T" or "U":
                builder.Ask(One(from, Typed(from, from.Type == "S")) with
                {
                    Length = from.Count("maximum_chars"),
                    Pattern = Pattern(from),
                    Decimals = TypedNumber.MostDecimals,
                });
                break;
            case "Q":
                Fields(from, Typed(from, brief: true));
                break;
            case ";":
                Cells(from, Typed(from, brief: true));
                break;
            case ":":
                Cells(from, from.Is("multiflexible_checkbox") ? QuestionKind.Choices : QuestionKind.Number);
                break;
            case "X":
                builder.Ask(One(from, QuestionKind.Statement));
                break;
            case "|":
                builder.Tell(LossKind.Changed, from.Place, from.Name, LossNotes.FilesOff);
                builder.Ask(One(from, QuestionKind.File) with
                {
                    Most =
                    Math.Clamp(from.Count("max_num_of_files") ?? 1, 1, FileKind.MostFiles)
                });
                break;
            case "I":
                builder.Tell(LossKind.Left, from.Place, from.Name, LossNotes.LanguageSwitch);
                break;
            case "*":
                builder.Tell(LossKind.Left, from.Place, from.Name, LossNotes.Computed);
                break;
            default:
                builder.Tell(LossKind.Left, from.Place, from.Name, LossNotes.KindUnknown, ShortText.Of(from.Type, 10));
                break;
        }
    }

    private void Settings(LssQuestion from)
    {
        if (from.Row["mandatory"] == "S") builder.Tell(LossKind.Changed, from.Place, from.Name, LossNotes.SoftMandatory);
        if (from.Count("time_limit") > 0) builder.Tell(LossKind.Left, from.Place, from.Name, LossNotes.LimitLeft);
        if (from.Attribute("random_group").Length > 0) builder.Tell(LossKind.Left, from.Place, from.Name, LossNotes.RandomLeft);
        if (document.Rows("defaultvalues").Any(d => d["qid"] == from.Id))
            builder.Tell(LossKind.Left, from.Place, from.Name, LossNotes.DefaultLeft);
    }

    private ForeignOption Yes => new("Y", Said("Yes", "Oui", "Ja", "Ja"));
    private ForeignOption No => new("N", Said("No", "Non", "Nee", "Nein"));

    private static QuestionDisplay Stars(LssQuestion from) => from.Attribute("slider_rating") switch
    {
        "1" => QuestionDisplay.Stars,
        "2" => QuestionDisplay.Faces,
        _ => QuestionDisplay.Default,
    };

    private static QuestionKind Typed(LssQuestion from, bool brief) =>
        from.Is("numbers_only") ? QuestionKind.Number : brief ? QuestionKind.Text : QuestionKind.Comment;

    /// <summary>Between two equal signs there, without them here.</summary>
    private static string? Pattern(LssQuestion from)
    {
        string pattern = from.Row["preg"].Trim();
        if (pattern.Length == 0 || pattern == "0") return null;
        int end = pattern.LastIndexOf('/');
        return pattern[0] == '/' && end > 0 ? pattern[1..end].TrimStart('^').TrimEnd('$') : pattern;
    }

    private static DateOnly? Day(LssQuestion from, string attribute) => DateOnly.TryParseExact(from.Attribute(attribute).Split(' ')[0],
        "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out DateOnly day) ? day
            : null;

    private void List(LssQuestion from)
    {
        List<ForeignOption> options = [.. from.Scale(0).Select(a => a.Option)];
        if (from.HasOther && from.Type != "O") options.Add(Other(from));
        builder.Ask(One(from, QuestionKind.Choice) with
        {
            Options = options,
            Display = from.Type == "!" ? QuestionDisplay.Dropdown : QuestionDisplay.Default,
        });
        if (from.Type != "O") return;
        builder.Tell(LossKind.Changed, from.Place, from.Name, LossNotes.CommentSplit, from.Name + "_comment");
        builder.Ask(new(from.Name + "_comment", from.Place, QuestionKind.Comment, Said("Your comment", "Votre commentaire", "Uw opmerking",
            "Ihr Kommentar"))
        { Aliases = [from.Address + "comment"], ShownWhen = from.ShownWhen });
    }

    private void Several(LssQuestion from)
    {
        HashSet<string> alone = [.. from.Attribute("exclude_all_others").Split(';', StringSplitOptions.TrimEntries)];
        List<ForeignOption> options =
        [
            .. from.Lines.Select(p => p.Option with
            {
                TakesText = from.Type == "P", Exclusive = alone.Contains(p.Code),
                ShownWhen = ForeignRule.Both(LssTables.Rule(p.Relevance), Filter(from, p))?.Means,
            }),
        ];
        if (from.HasOther) options.Add(Other(from));
        builder.Ask(One(from, QuestionKind.Choices) with
        {
            Options = options,
            Least = from.Count("min_answers") is > 0 and var least ? least : null,
            Most = from.Count("max_answers") is > 0 and var most ? most : null,
        });
    }

    private void Numbers(LssQuestion from)
    {
        if (from.Number("equals_num_value") is > 0 and var total && from.Lines.Count() > 1)
            builder.Ask(One(from, QuestionKind.Sum) with
            {
                Options = [.. from.Lines.Select(p => p.Option)],
                Total = total,
                Decimals = from.Is("num_value_int_only") ? 0 : TypedNumber.MostDecimals,
            });
        else Fields(from, QuestionKind.Number);
    }

    /// <summary>Several fields under one question: its words are to be read, and each field is a question.</summary>
    private void Fields(LssQuestion from, QuestionKind kind)
    {
        List<LssPart> parts = [.. from.Lines];
        builder.Tell(LossKind.Changed, from.Place, from.Name, LossNotes.SplitParts, parts.Count);
        builder.Ask(One(from, QuestionKind.Statement) with { Required = false });
        bool slider = from.Is("slider_layout");
        foreach (LssPart part in parts)
            builder.Ask(Part(from, kind, $"{from.Name}_{part.Code}", part.Text, part, from.Address + part.Code) with
            {
                Length = from.Count("maximum_chars"),
                Decimals = from.Is("num_value_int_only") ? 0 : TypedNumber.MostDecimals,
                Minimum = kind == QuestionKind.Number ? slider ? from.Number("slider_min") ?? 0 : from.Number("min_num_value_n") : null,
                Maximum = kind == QuestionKind.Number ? slider ? from.Number("slider_max") ?? 100 : from.Number("max_num_value_n") : null,
            });
    }
}
