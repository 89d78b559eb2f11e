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
            names.TryAdd(name, (question.Code, null));
            if (!question.Kind.TakesSeveral) continue;
            foreach (var (option, ours) in given.Options.Zip(options)) names.TryAdd(name + "_" + option.Name, (question.Code, ours.Code));
        }
    }

    private void Remember(ForeignQuestion given, Question question)
    {
        if (given.ShownWhen is not null || given.RequiredWhen is not null || given.Checks.Count > 0) ruled.Add((given, question.Code));
    }

    private static string Piped(string text, ref bool unknown)
    {
        _ = unknown;
        return text;
    }

    private QuestionnaireContent WithRules(QuestionnaireContent content)
    {
        var notes = new Dictionary<string, List<string>>();
        foreach (var (given, code) in ruled)
        {
            if (given.ShownWhen is { } shown) Note(LossNotes.RuleLeft, given.Place, given.Name, code, shown.Source);
            if (given.RequiredWhen is { } required) Note(LossNotes.RequiredWhenLeft, given.Place, given.Name, code, required.Source);
            foreach (ForeignCheck check in given.Checks) Note(LossNotes.CheckLeft, given.Place, given.Name, code, check.Holds.Source);
        }
        foreach (var (code, place, name, rule) in sectionRules)
            Note(LossNotes.SectionRuleLeft, place, name, content.Sections.First(s => s.Code == code).Questions[0].Code, rule.Source);
        return content with
        {
            Sections = [.. content.Sections.Select(s => s with { Questions = [.. s.Questions.Select(q => Noted(q, notes)) ] })],
        };

        void Note(string why, string place, string name, string code, string source)
        {
            Tell(LossKind.Left, place, name, why, ShortText.Of(source, 200));
            if (!notes.TryGetValue(code, out var list)) notes[code] = list = [];
            list.Add(source);
        }
    }

    private static Question Noted(Question question, Dictionary<string, List<string>> notes) =>
        notes.TryGetValue(question.Code, out var written)
            ? question with { Note = ShortText.Of(string.Join('\n', written.Prepend(question.Note).OfType<string>()), Question.NoteMaxLength) }
            : question;
}
