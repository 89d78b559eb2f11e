using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires.Kinds;

/// <summary>A sound question of every kind, and answers to it: a kind that is added and not described here fails.</summary>
internal static class EveryKind
{
    private static readonly QuestionOption[] Options =
    [
        new("web", new("Web site", "Site web", "Website", "Website")), new("desk", new("Desk", "Guichet", "Loket", "Schalter")),
        new("other", new("Other", "Autre", "Andere", "Andere")),
    ];

    public static Question Of(QuestionKind kind)
    {
        Question plain = new()
        {
            Code = $"q_{kind.Code.ToLowerInvariant()}",
            Kind = kind,
            Text = new($"About {kind.Code}?", $"À propos de {kind.Code} ?", $"Over {kind.Code}?", $"Über {kind.Code}?"),
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
            "Hidden" => plain with { Options = [new("letter", Options[0].Label), new("poster", Options[1].Label)] },
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
}
