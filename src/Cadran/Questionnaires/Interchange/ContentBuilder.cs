namespace Cadran.Questionnaires;

/// <summary>
/// Makes a questionnaire of what a reader of some tool found, question by question: codes, languages, plain text, bounds and rules obey
/// our rules whatever the file says, and whatever had to give way is told.
/// </summary>
internal sealed partial class ContentBuilder
{
    /// <summary>Longest title of a section and label of an option.</summary>
    private const int LabelLongest = 500;

    private readonly ForeignLanguages languages;
    private readonly List<LossLine> lines = [];
    private readonly List<Section> sections = [];
    private readonly List<Question> questions = [];
    private readonly List<Grid> grids = [];
    private readonly HashSet<string> codes = [];
    private (string Name, ForeignText Title, ForeignText Introduction, string Place, ForeignRule? Rule) section =
        ("", new(), new(), "", null);
    private int asked, formatted;

    public ContentBuilder(ForeignLanguages languages)
    {
        this.languages = languages;
        foreach (string unknown in languages.Unknown) Tell(LossKind.Left, "", unknown, LossNotes.LanguageLeft);
        foreach (var (named, code) in languages.Doubled) Tell(LossKind.Left, "", named, LossNotes.LanguageDoubled, code);
        if (languages.Assumed is { } assumed) Tell(LossKind.Changed, "", assumed, LossNotes.LanguageAssumed);
    }

    public void Tell(LossKind kind, string place, string what, string why, params object[] args)
    {
        if (lines.Count < MostLines) lines.Add(new(kind, place, ShortText.Of(what, 120), why, args));
    }

    /// <summary>A file that has more to say than this is no questionnaire that anybody reads.</summary>
    public const int MostLines = 5_000;

    /// <summary>Ends the section before and begins another; one without questions leaves nothing behind.</summary>
    public void Begin(string name, ForeignText title, ForeignText introduction, string place, ForeignRule? rule = null)
    {
        EndSection();
        section = (name, title, introduction, place, rule);
    }

    /// <summary>A grid of the present section; returns its code.</summary>
    public string Grid(string name, ForeignText text, ForeignText hint, string place)
    {
        string code = Free(OwnItem.Slug(name) is { Length: > 0 } slug ? "g_" + slug : "g", c => grids.Exists(g => g.Code == c));
        LocalText words = Words(text, place, name, LocalText.MaxLength);
        grids.Add(new(code, words == LocalText.Empty ? Everywhere(name) : words) { Hint = Words(hint, place, name, LocalText.MaxLength) });
        return code;
    }

    /// <summary>Adds a question, as it is or as near as we can ask it; says why when it cannot be asked at all. Null then.</summary>
    public Question? Ask(ForeignQuestion given)
    {
        if (asked >= DraftChanges.MaxQuestions)
        {
            Tell(LossKind.Left, given.Place, given.Name, LossNotes.TooManyQuestions, DraftChanges.MaxQuestions);
            return null;
        }
        given = Askable(given);
        string code = Code(given.Name, given.Place);
        var options = Options(given, code);
        LocalText text = Words(given.Text, given.Place, given.Name, LocalText.MaxLength);
        if (text == LocalText.Empty && given.Kind.IsShown) Tell(LossKind.Changed, given.Place, given.Name, LossNotes.NoWords);
        var question = new Question
        {
            Code = code,
            Column = ShortText.Of(given.Name, 200),
            Kind = given.Kind,
            Text = text == LocalText.Empty ? Everywhere(given.Name) : text,
            Hint = Words(given.Hint, given.Place, given.Name, LocalText.MaxLength),
            Required = given.Required && given.Kind is { HasAnswer: true, IsShown: true },
            NoValues = given.NoValues,
            Options = given.Kind.HasScale ? [] : options,
            Least = given.Least,
            Most = given.Most,
            Display = given.Display,
            Grid = given.Grid,
            Unit = Words(given.Unit, given.Place, given.Name, 40),
            Minimum = given.Minimum,
            Maximum = given.Maximum,
            Decimals = Math.Clamp(given.Decimals, 0, TypedNumber.MostDecimals),
            Total = given.Total,
            Earliest = given.Earliest,
            Latest = given.Latest,
            Length = given.Length,
            Pattern = given.Pattern,
            Value = given.Value,
            RandomOptions = given.RandomOptions && given.Kind.HasOptions,
        };
        if (given.Kind.HasScale && given.Scale is { } scale)
            question = question with
            {
                Scale = scale with { Labels = [.. given.ScaleWords.Select(w => Words(w, given.Place, given.Name, LabelLongest))] },
            };
        question = Sound(question, given);
        if (question.Kind.Faults(question).FirstOrDefault() is { } fault)
        {
            codes.Remove(code);
            Tell(LossKind.Left, given.Place, given.Name, fault.Message, [.. fault.Args]);
            return null;
        }
        asked++;
        questions.Add(question);
        Refer(given, question, options);
        Remember(given, question);
        Tell(LossKind.Kept, given.Place, given.Name, question.Kind.Name);
        return question;
    }

    public ImportedQuestionnaire Finish(string tool, string name, ForeignText title, ForeignText welcome, ForeignText thanks)
    {
        EndSection();
        if (sections.Count == 0) throw new RuleViolationException("interchange.nothing", LossNotes.NothingToAsk);
        if (formatted > 0) Tell(LossKind.Changed, "", "", LossNotes.Formatting, formatted);
        LocalText said = Words(title, "", "", 300);
        QuestionnaireContent content = new()
        {
            Title = said == LocalText.Empty ? Everywhere(name) : said,
            Welcome = Words(welcome, "", "", LocalText.MaxLength),
            Thanks = Words(thanks, "", "", LocalText.MaxLength),
            Sections = sections,
            Languages = languages.Spoken,
        };
        content = WithRules(content);
        string called = said.In(languages.First).ReplaceLineEndings(" ") is { Length: > 0 } words ? words : name;
        return new(ShortText.AtAWord(called, Questionnaire.NameMaxLength - 1), content, new(tool, lines));
    }

    private void EndSection()
    {
        if (questions.Count > 0)
        {
            string code = Free(OwnItem.Slug(section.Name) is { Length: > 0 } slug ? slug : "section",
                c => sections.Exists(s => s.Code == c));
            LocalText title = Words(section.Title, section.Place, section.Name, LabelLongest);
            sections.Add(new()
            {
                Code = code,
                Title = title == LocalText.Empty ? Numbered(sections.Count + 1) : title,
                Introduction = Words(section.Introduction, section.Place, section.Name, LocalText.MaxLength),
                Questions = [.. questions],
                Grids = [.. grids.Where(g => questions.Exists(q => q.Grid == g.Code))],
            });
            if (section.Rule is { } rule) sectionRules.Add((code, section.Place, section.Name, rule));
        }
        questions.Clear();
        grids.Clear();
        section = ("", new(), new(), "", null);
    }

    /// <summary>The words of a text in our languages, plain; tells what of it was lost.</summary>
    private LocalText Words(ForeignText given, string place, string what, int longest)
    {
        LocalText words = LocalText.Empty;
        bool media = false, program = false, cut = false, unknown = false;
        foreach (var (named, raw) in given.ByLanguage)
        {
            if (languages.Of(named) is not { } language || words.Exactly(language).Length > 0) continue;
            PlainText plain = PlainText.Of(raw);
            string text = Piped(plain.Text, ref unknown);
            cut |= text.Length > longest;
            words = words.With(language, text.Length > longest ? ShortText.Of(text, longest - 1) : text);
            media |= plain.HadMedia;
            program |= plain.HadProgram;
            if (plain.HadMarkup) formatted++;
        }
        if (media) Tell(LossKind.Changed, place, what, LossNotes.Media);
        if (program) Tell(LossKind.Left, place, what, LossNotes.Program);
        if (cut) Tell(LossKind.Changed, place, what, LossNotes.Cut, longest);
        if (unknown) Tell(LossKind.Changed, place, what, LossNotes.ShowsAnswers);
        return words;
    }

    /// <summary>A code or name where nothing better is written, the same in every language of the file.</summary>
    private LocalText Everywhere(string text)
    {
        LocalText words = LocalText.Empty;
        foreach (string language in languages.Spoken) words =
            words.With(language, ShortText.Of(PlainText.Of(text).Text is { Length: > 0 } p ? p : "?"));
        return words;
    }

    private LocalText Numbered(int number)
    {
        LocalText words = LocalText.Empty;
        foreach (string language in languages.Spoken)
            words = words.With(language, language switch
            {
                "fr" => $"Partie {number}",
                "nl" => $"Deel {number}",
                "de" => $"Teil {number}",
                _ => $"Part {number}",
            });
        return words;
    }

    private string Code(string name, string place)
    {
        string wanted = OwnItem.Slug(name);
        if (wanted.Length == 0 || !char.IsAsciiLetterLower(wanted[0])) wanted = ("q_" + wanted).TrimEnd('_');
        string code = Free(wanted, c => codes.Contains(c) || NoValueCode.Find(c) is not null || MeasureBank.Current.Find(c) is not null);
        codes.Add(code);
        if (!string.Equals(code, name, StringComparison.OrdinalIgnoreCase)) Tell(LossKind.Changed, place, name, LossNotes.Renamed, code);
        return code;
    }

    private static string Free(string wanted, Func<string, bool> taken)
    {
        if (wanted.Length > OwnItem.CodeMaxLength) wanted = wanted[..OwnItem.CodeMaxLength].TrimEnd('_');
        string code = wanted;
        for (int n = 2; taken(code); n++) code = $"{wanted[..Math.Min(wanted.Length, OwnItem.CodeMaxLength - 4)]}_{n}";
        return code;
    }
}
