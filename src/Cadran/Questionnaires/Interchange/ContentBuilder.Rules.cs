namespace Cadran.Questionnaires;

/// <summary>Rules: read when every question is known by its names.</summary>
internal sealed partial class ContentBuilder
{
    private readonly Dictionary<string, (string Code, string? Option)> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, string>> optionCodes = [];
    private readonly List<(ForeignQuestion Given, string Code)> ruled = [];
    private readonly List<(string Code, string Place, string Name, ForeignRule Rule)> sectionRules = [];

    /// <summary>Codes that the file's questions and their options have here, for its answers.</summary>
    public (string Code, string? Option)? Find(string name) => names.TryGetValue(name, out var found) ? found : null;

    /// <summary>Our code of an option, by what the file calls it.</summary>
    public string? OptionOf(string code, string named) => optionCodes.GetValueOrDefault(code)?.GetValueOrDefault(named);

    public bool IsYesNo(string code) =>
        sections.SelectMany(s => s.Questions).Concat(questions).Any(q => q.Code == code && q.Kind == QuestionKind.YesNo);

    private void Refer(ForeignQuestion given, Question question, List<QuestionOption> options)
    {
        foreach (string name in given.Aliases.Prepend(given.Name))
        {
            // A question's own name goes before one that was made of another's and an option's.
            if (!names.TryGetValue(name, out var known) || known.Option is not null) names[name] = (question.Code, null);
            if (!question.Kind.TakesSeveral) continue;
            // LimeSurvey's addresses of options have no sign between.
            string between = name.Length > 0 && char.IsAsciiDigit(name[0]) && name.Contains('X') ? "" : "_";
            foreach (var (option, ours) in given.Options.Zip(options)) names.TryAdd(name + between + option.Name,
                (question.Code, ours.Code));
        }
    }

    private void Remember(ForeignQuestion given, Question question)
    {
        if (given.ShownWhen is not null || given.Options.Any(o => o.ShownWhen is not null) || given.RequiredWhen is not null
            || given.Checks.Count > 0) ruled.Add((given, question.Code));
    }

    /// <summary>
    /// Earlier answers that the text repeats, under their codes here: <c>{Q1.shown}</c>, <c>${q1}</c>, <c>{q1}</c>. Every other brace is
    /// one.
    /// </summary>
    private string Piped(string text, ref bool unknown)
    {
        if (!text.Contains('{')) return text;
        bool lost = false;
        string piped = Place().Replace(text, match =>
        {
            string name = match.Groups[1].Value.Trim();
            if (name.StartsWith("INSERTANS:", StringComparison.Ordinal)) name = name[10..];
            if (name.StartsWith("q://", StringComparison.Ordinal)) name = name[4..].Split('/')[0];
            if ((Find(name) ?? Find(name.Split('.')[0])) is (var code, null)) return $"\0{code}}}";
            lost = true;
            return match.Value;
        });
        unknown |= lost;
        return piped.Replace("{", "{{", StringComparison.Ordinal).Replace('\0', '{');
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\$?\{([^{}\r\n]{1,200})\}")]
    private static partial System.Text.RegularExpressions.Regex Place();

    /// <summary>Says the rules of the file in ours where that can be done, and writes down the others where colleagues find them.</summary>
    private QuestionnaireContent WithRules(QuestionnaireContent content)
    {
        var asked = content.Questions.ToDictionary(q => q.Code);
        var changed = new Dictionary<string, Question>();
        var shownSections = new Dictionary<string, Condition>();
        foreach (var (file, code) in ruled)
        {
            var mapper = new RuleMapper(Find, asked.GetValueOrDefault, OptionOf, code);
            Question question = asked[code];
            if (file.ShownWhen is { } shown)
                question = question with { ShownWhen = Said(mapper, shown, LossNotes.RuleLeft, file.Place, file.Name, code) };
            if (file.RequiredWhen is { } required)
                question = question with { RequiredWhen = Said(mapper, required, LossNotes.RequiredWhenLeft, file.Place, file.Name, code) };
            foreach (ForeignCheck check in file.Checks)
            {
                LocalText message = Words(check.Message, file.Place, file.Name, LocalText.MaxLength);
                if (message == LocalText.Empty) message = WrongAnswer(content.Languages);
                if (Said(mapper, check.Holds, LossNotes.CheckLeft, file.Place, file.Name, code) is { } holds)
                    // An answer that is not given is not checked there.
                    question = question with
                    {
                        Checks = [.. question.Checks, new(new Condition.Any([new Condition.Not(new Condition.Answered(code)), holds]),
                            message)],
                    };
            }
            if (file.Options.Any(o => o.ShownWhen is not null) && question.Options.Count == file.Options.Count)
                question = question with
                {
                    Options = [.. question.Options.Zip(file.Options, (ours, option) => option.ShownWhen is { } when
                        ? ours with { ShownWhen = Said(mapper, new(option.Name, when), LossNotes.RuleLeft, file.Place,
                            $"{file.Name}: {option.Name}", code) }
                        : ours)],
                };
            changed[code] = question;
        }
        foreach (var (code, place, name, rule) in sectionRules)
        {
            string first = content.Sections.First(s => s.Code == code).Questions[0].Code;
            var mapper = new RuleMapper(Find, asked.GetValueOrDefault, OptionOf, null);
            if (Said(mapper, rule, LossNotes.SectionRuleLeft, place, name, first) is { } shown) shownSections[code] = shown;
        }
        return content with
        {
            Sections = [.. content.Sections.Select(s => s with
            {
                ShownWhen = shownSections.GetValueOrDefault(s.Code),
                Questions = [.. s.Questions.Select(q => Noted(changed.GetValueOrDefault(q.Code, q)))],
            })],
        };
    }

    private readonly Dictionary<string, List<string>> notes = [];

    private Condition? Said(RuleMapper mapper, ForeignRule rule, string otherwise, string place, string name, string code)
    {
        if (mapper.Map(rule) is { } said)
        {
            Tell(LossKind.Kept, place, name, LossNotes.RuleKept, ShortText.Of(rule.Source, 200));
            return said;
        }
        Tell(LossKind.Left, place, name, otherwise, ShortText.Of(rule.Source, 200));
        if (!notes.TryGetValue(code, out var list)) notes[code] = list = [];
        if (!list.Contains(rule.Source)) list.Add(rule.Source);
        return null;
    }

    private static LocalText WrongAnswer(IReadOnlyList<string> spoken)
    {
        LocalText all = new("This answer is not possible here.", "Cette réponse n’est pas possible ici.",
            "Dit antwoord is hier niet mogelijk.",
            "Diese Antwort ist hier nicht möglich.");
        LocalText words = LocalText.Empty;
        foreach (string language in spoken) words = words.With(language, all.Exactly(language));
        return words;
    }

    private Question Noted(Question question) =>
        notes.TryGetValue(question.Code, out var written)
            ? question with
            {
                Note = ShortText.Of(string.Join('\n', written.Prepend(question.Note).OfType<string>()),
                Question.NoteMaxLength)
            }
            : question;
}
