namespace Cadran.Questionnaires;

/// <summary>What gives way where a question of another tool is none of ours.</summary>
internal sealed partial class ContentBuilder
{
    /// <summary>Too few options or too many to be listed: the nearest kind that can ask it.</summary>
    private ForeignQuestion Askable(ForeignQuestion given)
    {
        if (!given.Kind.HasOptions || given.Kind == QuestionKind.Hidden) return given;
        switch (given.Options.Count)
        {
            case 0:
                Tell(LossKind.Changed, given.Place, given.Name, LossNotes.NoOptions);
                return given with { Kind = QuestionKind.Text, Grid = null };
            case 1 when given.Kind == QuestionKind.Sum:
                return given with { Kind = QuestionKind.Number, Maximum = given.Total, Total = null, Options = [] };
            case 1:
                Tell(LossKind.Changed, given.Place, given.Name, LossNotes.OneOption);
                return given with
                {
                    Kind = QuestionKind.YesNo,
                    Text = given.Text.Then(given.Options[0].Label, "\n"),
                    Grid = null,
                    Aliases = [.. given.Aliases, given.Name + "_" + given.Options[0].Name],
                    Options = [],
                    Least = null,
                    Most = null,
                    Required = given.Required || given.Least > 0,
                };
            case > OwnItem.MaxOptions:
                Tell(LossKind.Changed, given.Place, given.Name, LossNotes.TooManyOptions, OwnItem.MaxOptions);
                return given with { Kind = QuestionKind.Text, Options = [], Grid = null, Least = null, Most = null };
            default:
                return given;
        }
    }

    private List<QuestionOption> Options(ForeignQuestion given, string code)
    {
        var options = new List<QuestionOption>();
        foreach (ForeignOption option in given.Options)
        {
            string wanted = OwnItem.Slug(option.Name) is { Length: > 0 } slug ? slug : "option";
            string free = Free(wanted, c => options.Exists(o => o.Code == c) || NoValueCode.Find(c) is not null);
            LocalText label = Words(option.Label, given.Place, $"{given.Name}: {option.Name}", LabelLongest);
            if (free != wanted) Tell(LossKind.Changed, given.Place, $"{given.Name}: {option.Name}", LossNotes.OptionRenamed, free);
            options.Add(new(free, label == LocalText.Empty ? Everywhere(option.Name) : label)
            {
                TakesText = option.TakesText && given.Kind.HasOptions && given.Kind != QuestionKind.Ranking
                    && given.Kind != QuestionKind.Sum,
                Exclusive = option.Exclusive && given.Kind.TakesSeveral,
            });
        }
        optionCodes[code] = given.Options.Select((o, i) => (o.Name, options[i].Code)).DistinctBy(o => o.Name)
            .ToDictionary(o => o.Name, o => o.Code);
        return options;
    }

    /// <summary>Bounds, lengths and patterns that our kinds refuse are left, and told.</summary>
    private Question Sound(Question question, ForeignQuestion given)
    {
        if (question.Length is { } length)
        {
            int most = question.Kind == QuestionKind.Comment ? CommentKind.MaxLength : TextKind.MaxLength;
            question = question with { Length = question.Kind.IsText && length >= 1 && length < most ? length : null };
        }
        if (question.Pattern is { } pattern && (question.Kind != QuestionKind.Text || question.Kind.Faults(question).Any()))
        {
            Tell(LossKind.Left, given.Place, given.Name, LossNotes.PatternLeft, ShortText.Of(pattern));
            question = question with { Pattern = null, Note = pattern };
        }
        if (question is { Minimum: { } low, Maximum: { } high } && low >= high || question is { Earliest: { } first, Latest: { } last }
            && first >= last
            || Math.Abs(question.Minimum ?? 0) > TypedNumber.Largest || Math.Abs(question.Maximum ?? 0) > TypedNumber.Largest
            || question.Total is { } total && question.Kind.Faults(question).Any())
        {
            Tell(LossKind.Left, given.Place, given.Name, LossNotes.BoundsLeft);
            question = question with { Minimum = null, Maximum = null, Earliest = null, Latest = null, Total = null };
        }
        int count = Math.Max(question.Options.Count, 1);
        if (question.Kind != QuestionKind.File && (question.Least is { } least && (least < 1 || least > count)
            || question.Most is { } most2 && (most2 < 1 || most2 > count) || question.Least > question.Most))
            question = question with
            {
                Least = question.Least is { } l && l >= 1 && l <= count && !(l > question.Most) ? l : null,
                Most = question.Most is { } m && m >= 1 && m < count ? m : null,
            };
        return question;
    }
}
