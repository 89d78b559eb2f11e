using Cadran.Questionnaires;

namespace Cadran.Tests.Support;

/// <summary>A sound question of every kind, and answers to it: a kind that is added and not described here fails.</summary>
internal static class EveryKind
{
    private static readonly QuestionOption[] Options =
    [
        new("web", new("Web", "Site web", "Website", "Website")), new("desk", new("Desk", "Guichet", "Loket", "Schalter")),
        new("other", new("Other", "Autre", "Andere", "Andere")),
    ];

    public static Question Of(QuestionKind kind)
    {
        Question plain = new()
        {
            Code = $"q_{kind.Code.ToLowerInvariant()}",
            Kind = kind,
            Text = new($"About {kind.Code}?", $"À propos de {kind.Code}\u202f?", $"Over {kind.Code}?", $"Über {kind.Code}?"),
        };
        return kind.Code switch
        {
            "Rating" => plain with { NoValues = [.. NoValueCode.Offerable], Display = QuestionDisplay.Stars },
            "Choice" => plain with
            {
                Options = [.. Options[..2], Options[2] with { TakesText = true }],
                Display = QuestionDisplay.Dropdown,
            },
            "Choices" => plain with
            {
                Options =
                [
                    .. Options[..2], Options[2] with { TakesText = true },
                    new("none", new("None", "Aucun", "Geen", "Keine")) { Exclusive = true },
                ],
                Least = 1,
                Most = 2,
            },
            "Ranking" => plain with { Options = Options, Least = 2 },
            "Number" => plain with
            {
                Unit = new("euros", "euros", "euro", "Euro"),
                Minimum = 0,
                Maximum = 1000,
                Decimals = 2,
                NoValues = [NoValueCode.DontKnow],
            },
            "Sum" => plain with { Options = Options, Total = 10 },
            "Date" => plain with { Earliest = new(2026, 1, 1), Latest = new(2026, 12, 31), NoValues = [NoValueCode.Refused] },
            "Duration" => plain with { TimeUnit = TimeUnit.Days, Decimals = 1, NoValues = [NoValueCode.NotApplicable] },
            "Text" => plain with
            {
                Length = 9,
                Pattern = "[A-Z]{2}-[0-9]+",
                Hint = new("Such as AB-123.", "Par exemple AB-123.", "Zoals AB-123.", "Wie AB-123."),
            },
            "PostalCode" => plain with { Country = "BE" },
            "Phone" => plain with { Country = "BE" },
            "Hidden" => plain with
            {
                Options =
            [
                new("letter", new("Letter", "Lettre", "Brief", "Brief")), new("poster", new("Poster", "Affiche", "Affiche", "Plakat")),
            ]
            },
            "File" => plain with { Most = 2 },
            _ => plain,
        };
    }

    public static IReadOnlyList<Answer> Answers(QuestionKind kind) => kind.Code switch
    {
        "Rating" => [new Answer.Rating(4), new Answer.None(Cadran.Statistics.NoValue.DontKnow)],
        "Recommend" => [new Answer.Rating(0), new Answer.Rating(10)],
        "YesNo" => [new Answer.Choice("yes")],
        "Choice" => [new Answer.Choice("web"), new Answer.Choice("other", new("a friend"))],
        "Choices" =>
        [
            new Answer.Choices(["web", "desk"]), new Answer.Choices(["none"]),
            new Answer.Choices(["other"], new Dictionary<string, Answer.Comment> { ["other"] = new("na") }),
        ],
        "Ranking" => [new Answer.Amounts(new Dictionary<string, decimal> { ["web"] = 2, ["desk"] = 1, ["other"] = 3 })],
        "Number" => [new Answer.Number(12.5m)],
        "Sum" => [new Answer.Amounts(new Dictionary<string, decimal> { ["web"] = 7, ["other"] = 3 })],
        "Date" => [new Answer.Date(new(2026, 2, 28))],
        "Duration" => [new Answer.Duration(3.5m, 2), new Answer.Duration(null, 2)],
        "Text" => [new Answer.Comment("AB-12")],
        "Comment" => [new Answer.Comment("It was good."), new Answer.Comment("na")],
        "PostalCode" => [new Answer.Word("10")],
        "Phone" => [new Answer.Word("+3225550100")],
        "Statement" => [],
        "Consent" => [new Answer.Choice("agreed"), new Answer.Choice("declined")],
        "Hidden" => [new Answer.Choice("letter")],
        "File" => [new Answer.Files([new(Guid.Parse("0199aaaa-0000-7000-8000-000000000000"), "letter.pdf", "application/pdf", 812)])],
        _ => throw new NotSupportedException($"Describe the kind {kind.Code} here."),
    };

    /// <summary>What a page sends for each of <see cref="Answers"/>: the ends of the names of its fields, and values.</summary>
    public static IEnumerable<(string Field, string Value)> Sent(QuestionKind kind, Answer answer) => (kind.Code, answer) switch
    {
        (_, Answer.None none) => [("", NoValueCode.Of(none.Kind)!.Code)],
        (_, Answer.Rating rating) => [("", $"{rating.Value}")],
        (_, Answer.Choice choice) => [("", choice.Code), .. choice.Texts.Select(t => ("." + t.Key, t.Value.Text))],
        (_, Answer.Choices choices) => [.. choices.Codes.Select(c => ("", c)), .. choices.Texts.Select(t => ("." + t.Key, t.Value.Text))],
        ("Ranking", Answer.Amounts ranks) => ranks.ByOption.Select(r => ("", $"{r.Key}.{r.Value}")),
        (_, Answer.Amounts parts) => parts.ByOption.Select(p => ("." + p.Key, TypedNumber.Written(p.Value))),
        (_, Answer.Duration wait) => [(".actual", wait.TypedIn("actual")), (".acceptable", wait.TypedIn("acceptable").Replace('.', ','))],
        ("PostalCode", _) => [("", "1000")],
        ("Phone", _) => [("", "02 555 01 00")],
        _ => [("", answer.Typed)],
    };

    /// <summary>Different answers of different people, for figures.</summary>
    public static Answer? Of(QuestionKind kind, int person) => kind.Code switch
    {
        "Rating" => new Answer.Rating(1 + person % 5),
        "Recommend" => new Answer.Rating(person % 11),
        "YesNo" => new Answer.Choice(person % 3 == 0 ? "yes" : "no"),
        "Consent" => new Answer.Choice(person % 3 == 0 ? "agreed" : "declined"),
        "Hidden" => new Answer.Choice(person % 2 == 0 ? "letter" : "poster"),
        "Choice" => new Answer.Choice(person % 2 == 0 ? "web" : "desk"),
        "Choices" => new Answer.Choices(person % 2 == 0 ? ["web"] : ["web", "desk"]),
        "Ranking" => new Answer.Amounts(new Dictionary<string, decimal>
        {
            ["web"] = 1 + person % 3,
            ["desk"] = 1 + (person + 1) % 3,
            ["other"] = 1 + (person + 2) % 3,
        }),
        "Number" => new Answer.Number(100 + person),
        "Sum" => new Answer.Amounts(new Dictionary<string, decimal> { ["web"] = person % 11, ["other"] = 10 - person % 11 }),
        "Date" => new Answer.Date(new DateOnly(2026, 1, 1).AddDays(person)),
        "Duration" => new Answer.Duration(person % 10, 5),
        "Text" => new Answer.Comment($"AB-{person}"),
        "Comment" => new Answer.Comment($"It was good {person}."),
        "PostalCode" => new Answer.Word($"{10 + person % 5}"),
        "Phone" => new Answer.Word($"+3225550{person:000}"),
        "File" => new Answer.Files([new(Guid.CreateVersion7(), "letter.pdf", "application/pdf", 812)]),
        _ => null,
    };

    /// <summary>What the form of an own question sends for it.</summary>
    public static Dictionary<string, string> Form(Question question)
    {
        var fields = new Dictionary<string, string> { ["Input.Kind"] = question.Kind.Code, ["Input.Code"] = question.Code };
        Texts("Input.Text", question.Text);
        Texts("Input.Hint", question.Hint);
        Texts("Input.Detail.Unit", question.Unit);
        foreach (string language in LocalText.Languages)
            fields[$"Input.Options.{Named(language)}"] = string.Join('\n', question.Options.Select(o => o.Label.Exactly(language)));
        fields["Input.Scale.Words"] = "";
        fields["Input.NotApplicable"] = question.AllowsNotApplicable ? "true" : "false";
        fields["Input.Detail.DontKnow"] = question.NoValues.Contains(NoValueCode.DontKnow) ? "true" : "false";
        fields["Input.Detail.Refused"] = question.NoValues.Contains(NoValueCode.Refused) ? "true" : "false";
        fields["Input.Detail.Display"] = $"{question.Display}";
        fields["Input.Detail.Least"] = $"{question.Least}";
        fields["Input.Most"] = $"{question.Most}";
        fields["Input.Detail.Minimum"] = $"{question.Minimum}";
        fields["Input.Detail.Maximum"] = $"{question.Maximum}";
        fields["Input.Detail.Decimals"] = $"{question.Decimals}";
        fields["Input.Detail.Total"] = $"{question.Total}";
        fields["Input.Detail.TimeUnit"] = $"{question.TimeUnit}";
        fields["Input.Detail.Earliest"] = $"{question.Earliest:O}";
        fields["Input.Detail.Latest"] = $"{question.Latest:O}";
        fields["Input.Detail.Length"] = $"{question.Length}";
        fields["Input.Detail.Pattern"] = question.Pattern ?? "";
        fields["Input.Detail.Country"] = question.Country ?? "";
        fields["Input.Detail.TakesText"] = Lines(o => o.TakesText);
        fields["Input.Detail.Exclusive"] = Lines(o => o.Exclusive);
        return fields;

        void Texts(string field, LocalText text)
        {
            foreach (string language in LocalText.Languages) fields[$"{field}.{Named(language)}"] = text.Exactly(language);
        }
        string Lines(Func<QuestionOption, bool> marked) =>
            string.Join(", ", question.Options.Index().Where(o => marked(o.Item)).Select(o => o.Index + 1));
        static string Named(string language) => char.ToUpperInvariant(language[0]) + language[1..];
    }
}
