namespace Cadran.Questionnaires;

/// <summary>
/// What the field checks before a questionnaire goes out: length, languages, readability, and whether it measures what it must.
/// </summary>
/// <param name="Minutes">Estimated time to answer by language, in minutes; see <see cref="Effort"/>.</param>
public sealed record QualityControl(
    IReadOnlyDictionary<string, double> Minutes, IReadOnlyList<MatrixCell> Matrix, IReadOnlyList<QualityFinding> Findings)
{
    /// <summary>Longer questionnaires are left unfinished (Belgian survey method).</summary>
    public const double MinutesLimit = 20;

    /// <summary>A question of more words is read twice.</summary>
    public const int WordsLimit = 25;

    /// <summary>A message names so many places; the page lists every question.</summary>
    public const int PlacesNamed = 5;

    public double LongestMinutes => Minutes.Count == 0 ? 0 : Minutes.Values.Max();

    public static QualityControl Of(QuestionnaireContent content)
    {
        var minutes = content.Languages.ToDictionary(language => language, language => Effort.Minutes(content, language));
        List<MatrixCell> matrix =
        [
            .. from phase in Enum.GetValues<Phase>().Where(p => p != Phase.None)
               from orientation in Enum.GetValues<Orientation>().Where(o => o != Orientation.None)
               let asked = content.Questions.Where(q => q.Phase == phase && q.Orientation == orientation)
               select new MatrixCell(phase, orientation, [.. asked.Select(q => q.Code)]),
        ];
        return new(minutes, matrix,
            [
                .. Missing(content), .. Untranslated(content), .. Length(minutes), .. Words(content), .. Wordless(content),
                .. Personal(content), .. RuleFindings.Of(content),
            ]);
    }

    private static IEnumerable<QualityFinding> Missing(QuestionnaireContent content)
    {
        if (!content.Questions.Any()) yield break;
        if (content.Overall is null)
            yield return new("quality.no-overall", "No question asks for overall satisfaction: drivers and trend cannot be computed.", []);
        foreach (BankDriver driver in MeasureBank.Current.Drivers)
            if (content.Drivers.All(d => d.Driver != driver.Driver) && content.Drivers.All(d => d.Driver != Driver.None))
                yield return new("quality.no-driver", "No question measures the driver “{0}”.", [driver.Name]);
    }

    private static IEnumerable<QualityFinding> Untranslated(QuestionnaireContent content)
    {
        if (content.Languages.Count == 0)
            yield return new("quality.no-language", "Switch on at least one language.", [], Blocks: true);
        foreach (string language in content.Languages)
        {
            List<WrittenText> missing = [.. WrittenText.Of(content).Where(t => t.Text.Exactly(language).Length == 0)];
            if (missing.Count == 0) continue;
            LocalText places = PlaceNames.List(missing.Select(m => m.Where).Distinct().Take(PlacesNamed));
            yield return new("quality.untranslated",
                "Texts not written in {0}: {1}, among them {2}. Write them, or switch the language off.",
                [PlaceNames.OfLanguage(language), missing.Count, places], Blocks: true)
            {
                QuestionCodes = [.. missing.Select(m => m.Question).OfType<string>().Distinct()],
            };
        }
    }

    private static IEnumerable<QualityFinding> Length(Dictionary<string, double> minutes)
    {
        if (minutes.Count > 0 && minutes.Values.Max() > MinutesLimit)
            yield return new("quality.too-long", "It takes about {0} minutes. Beyond {1} minutes many people stop before the end.",
                [Math.Round(minutes.Values.Max()), MinutesLimit]);
    }

    private static IEnumerable<QualityFinding> Words(QuestionnaireContent content)
    {
        foreach (Question question in content.Questions)
            foreach (string language in content.Languages)
                if (Readability.Words(question.Text.Exactly(language)) is > WordsLimit and var words)
                    yield return new("quality.long-question", "The question {0} has {1} words in {2}. Aim for {3} or fewer.",
                        [PlaceNames.Of(question), words, PlaceNames.OfLanguage(language), WordsLimit], QuestionCode: question.Code);
    }

    private static IEnumerable<QualityFinding> Wordless(QuestionnaireContent content)
    {
        List<Question> wordless = [.. content.Questions.Where(q => q.Scale is { Labels.Count: 0 })];
        if (wordless.Count == 0) yield break;
        yield return new("quality.wordless-scale", "Scales that do not say what their ends mean: {0}, among them {1}.",
            [wordless.Count, PlaceNames.List(wordless.Select(PlaceNames.Of).Take(PlacesNamed))])
        {
            QuestionCodes = [.. wordless.Select(q => q.Code)],
        };
    }

    // Waves are anonymous, all of them (docs/adr/0302).
    private static IEnumerable<QualityFinding> Personal(QuestionnaireContent content) =>
        content.Questions.Where(q => q.Kind.IsPersonal).Select(question => new QualityFinding("quality.personal",
            "Answers to {0} lead to a person, and answers are anonymous. Take the question away, or ask for less.",
            [PlaceNames.Of(question)], Blocks: true, QuestionCode: question.Code));
}
