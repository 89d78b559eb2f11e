namespace Cadran.Questionnaires;

/// <summary>What people do to a draft, each a new content: the one before stays as it was, for undo.</summary>
public static class DraftChanges
{
    public const int MaxQuestions = 300;

    public static QuestionnaireContent Add(this QuestionnaireContent content, string sectionCode, Question question)
    {
        if (content.Find(question.Code) is not null)
            throw new RuleViolationException("questionnaire.duplicate-code",
                "The questionnaire already has a question with the code {0}.", "Code", question.Code);
        if (content.Questions.Count() >= MaxQuestions)
            throw new RuleViolationException("questionnaire.too-many", "A questionnaire holds at most {0} questions.", null, MaxQuestions);
        RequireSound(question);
        if (content.Sections.All(s => s.Code != sectionCode)) throw new MissingException("The section");
        return content.InSection(sectionCode, questions => [.. questions, question]);
    }

    /// <summary>Adds an item of the bank to the section it belongs to, which is made when it is not there.</summary>
    public static QuestionnaireContent Add(this QuestionnaireContent content, BankItem item)
    {
        BankSection home = MeasureBank.Current.Sections.First(s => s.Code == item.Section);
        QuestionnaireContent with = content.Sections.Any(s => s.Code == home.Code) ? content
            : content with { Sections = [.. content.Sections, home.Empty()] };
        return with.Add(home.Code, MeasureBank.Current.Ask(item, content.Channel));
    }

    public static QuestionnaireContent Replace(this QuestionnaireContent content, Question question)
    {
        content.Require(question.Code);
        RequireSound(question);
        return content.Each(questions => [.. questions.Select(q => q.Code == question.Code ? question : q)]);
    }

    /// <summary>
    /// Puts the question into the table with that heading in its section, which is made when it is not there, or out of any. Tables that
    /// hold nothing any more go.
    /// </summary>
    public static QuestionnaireContent AskUnder(this QuestionnaireContent content, string code, LocalText heading)
    {
        Question asked = content.Require(code);
        Section home = content.Sections.First(s => s.Questions.Contains(asked));
        Grid? grid = heading == LocalText.Empty ? null
            : home.Grids.FirstOrDefault(g => g.Text == heading)
                ?? (home.Grids.FirstOrDefault(g => g.Code == asked.Grid) is { } own
                    && home.Questions.Count(q => q.Grid == own.Code) == 1 ? own with { Text = heading } : null)
                ?? new Grid(FreeGrid(content, heading), heading);
        if (grid?.Code == asked.Grid && (grid is null || home.Grids.Contains(grid))) return content;
        Question[] questions = [.. home.Questions.Select(q => q == asked ? q with { Grid = grid?.Code } : q)];
        IEnumerable<Grid> kept = home.Grids.Where(g => g.Code != grid?.Code && questions.Any(q => q.Grid == g.Code));
        Section changed = home with { Questions = questions, Grids = grid is null ? [.. kept] : [.. kept, grid] };
        return content with { Sections = [.. content.Sections.Select(s => s.Code == home.Code ? changed : s)] };
    }

    private static string FreeGrid(QuestionnaireContent content, LocalText heading)
    {
        string wanted = OwnItem.Slug(heading.In("en"));
        if (wanted.Length == 0) wanted = "table";
        string code = wanted;
        for (int n = 2; content.Sections.Any(s => s.Grids.Any(g => g.Code == code)); n++) code = $"{wanted}_{n}";
        return code;
    }

    /// <summary>Takes the question away; a section left empty goes with it.</summary>
    public static QuestionnaireContent Remove(this QuestionnaireContent content, string code)
    {
        content.Require(code);
        QuestionnaireContent without = content.Each(questions => [.. questions.Where(q => q.Code != code)]);
        return without with { Sections = [.. without.Sections.Where(s => s.Questions.Count > 0)] };
    }

    /// <summary>Moves the question one place up or down; past the end of its section it enters the next one.</summary>
    public static QuestionnaireContent Move(this QuestionnaireContent content, string code, bool up)
    {
        Question moved = content.Require(code);
        int section = content.Sections.ToList().FindIndex(s => s.Questions.Contains(moved));
        List<Question> questions = [.. content.Sections[section].Questions];
        int at = questions.IndexOf(moved), to = up ? at - 1 : at + 1;
        questions.Remove(moved);
        if (to >= 0 && to <= questions.Count)
        {
            questions.Insert(to, moved);
            return content.InSection(content.Sections[section].Code, _ => questions);
        }
        int neighbour = up ? section - 1 : section + 1;
        if (neighbour < 0 || neighbour >= content.Sections.Count) return content;
        QuestionnaireContent entered = content
            .InSection(content.Sections[section].Code, _ => questions)
            .InSection(content.Sections[neighbour].Code, there => up ? [.. there, moved] : [moved, .. there]);
        return entered with { Sections = [.. entered.Sections.Where(s => s.Questions.Count > 0)] };
    }

    public static QuestionnaireContent Describe(
        this QuestionnaireContent content, string sectionCode, LocalText title, LocalText introduction) => content with
        {
            Sections = [.. content.Sections.Select(s => s.Code == sectionCode ? s with { Title = title, Introduction = introduction } : s)],
        };

    /// <summary>Asks the items of the bank in the wording of another channel; own items stay as they are.</summary>
    public static QuestionnaireContent Reword(this QuestionnaireContent content, string channel) =>
        (content with { Channel = channel }).Each(questions =>
            [.. questions.Select(q => q.Core && MeasureBank.Current.Find(q.Code) is { } item ? q with { Text = item.For(channel) } : q)]);

    /// <summary>
    /// Switches languages on and off; those that were on keep their order. What the bank has written in them, and the draft does not say
    /// otherwise, is filled in.
    /// </summary>
    public static QuestionnaireContent Speak(this QuestionnaireContent content, IReadOnlyCollection<string> languages)
    {
        List<string> spoken = [.. content.Languages.Where(languages.Contains),
            .. LocalText.Languages.Where(l => languages.Contains(l) && !content.Languages.Contains(l))];
        MeasureBank bank = MeasureBank.Current;
        QuestionnaireContent filled = content.Each(questions => [.. questions.Select(q => Filled(q, content.Channel))]) with
        {
            Languages = spoken,
            Welcome = content.Welcome.FilledFrom(bank.Welcome),
            Thanks = content.Thanks.FilledFrom(bank.Thanks),
        };
        return filled with { Sections = [.. filled.Sections.Select(Filled)] };
    }

    private static Question Filled(Question question, string channel)
    {
        if (!question.Core || MeasureBank.Current.Find(question.Code) is not { } item) return question;
        Question asked = MeasureBank.Current.Ask(item, channel);
        return question with
        {
            Text = question.Text.FilledFrom(asked.Text),
            Hint = question.Hint.FilledFrom(asked.Hint),
            Options = [.. question.Options.Select(o =>
                asked.Options.FirstOrDefault(a => a.Code == o.Code) is { } known ? o with { Label = o.Label.FilledFrom(known.Label) } : o)],
            Scale = question.Scale is { } scale && asked.Scale is { } words && scale.Labels.Count == words.Labels.Count
                ? scale with { Labels = [.. scale.Labels.Zip(words.Labels, (label, word) => label.FilledFrom(word))] } : question.Scale,
        };
    }

    private static Section Filled(Section section)
    {
        BankSection? home = MeasureBank.Current.Sections.FirstOrDefault(s => s.Code == section.Code);
        return home is null ? section : section with
        {
            Title = section.Title.FilledFrom(home.Title),
            Introduction = section.Introduction.FilledFrom(home.Introduction ?? LocalText.Empty),
        };
    }

    private static void RequireSound(Question question)
    {
        if (question.Kind.Faults(question).FirstOrDefault() is { } fault) throw fault;
    }

    private static Question Require(this QuestionnaireContent content, string code) =>
        content.Find(code) ?? throw new MissingException("The question");

    private static QuestionnaireContent Each(
        this QuestionnaireContent content, Func<IReadOnlyList<Question>, IReadOnlyList<Question>> change) =>
        content with { Sections = [.. content.Sections.Select(s => s with { Questions = change(s.Questions) })] };

    private static QuestionnaireContent InSection(
        this QuestionnaireContent content, string code, Func<IReadOnlyList<Question>, IReadOnlyList<Question>> change) =>
        content with { Sections = [.. content.Sections.Select(s => s.Code == code ? s with { Questions = change(s.Questions) } : s)] };
}
