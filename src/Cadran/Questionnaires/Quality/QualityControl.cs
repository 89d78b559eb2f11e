namespace Cadran.Questionnaires;

/// <param name="Message">English text, the key of its translations; placeholders take <paramref name="Args"/>.</param>
/// <param name="Blocks">Publication is refused until it is put right; otherwise it is advice.</param>
/// <param name="QuestionCode">The question it is about, or null.</param>
public sealed record QualityFinding(string Code, string Message, IReadOnlyList<object> Args, bool Blocks = false, string? QuestionCode = null)
{
    /// <summary>Every question it is about, in order.</summary>
    public IReadOnlyList<string> QuestionCodes { get; init; } = QuestionCode is null ? [] : [QuestionCode];
}

/// <summary>One cell of the matrix of phases and orientations, and the items that measure it.</summary>
public sealed record MatrixCell(Phase Phase, Orientation Orientation, IReadOnlyList<string> Codes);

/// <summary>What the field checks before a questionnaire goes out: length, languages, readability, and whether it measures what it must.</summary>
/// <param name="Minutes">Estimated time to answer by language, in minutes; see <see cref="Effort"/>.</param>
public sealed record QualityControl(IReadOnlyDictionary<string, double> Minutes, IReadOnlyList<MatrixCell> Matrix, IReadOnlyList<QualityFinding> Findings)
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
               select new MatrixCell(phase, orientation, [.. content.Questions.Where(q => q.Phase == phase && q.Orientation == orientation).Select(q => q.Code)]),
        ];
        return new(minutes, matrix, [.. Missing(content), .. Untranslated(content), .. Length(minutes), .. Words(content)]);
    }

    private static IEnumerable<QualityFinding> Missing(QuestionnaireContent content)
    {
        if (!content.Questions.Any()) yield break;
        if (content.Overall is null) yield return new("quality.no-overall", "No question asks for overall satisfaction: drivers and trend cannot be computed.", []);
        foreach (BankDriver driver in MeasureBank.Current.Drivers)
            if (content.Drivers.All(d => d.Driver != driver.Driver) && content.Drivers.All(d => d.Driver != Driver.None))
                yield return new("quality.no-driver", "No question measures the driver “{0}”.", [driver.Name]);
    }

    private static IEnumerable<QualityFinding> Untranslated(QuestionnaireContent content)
    {
        if (content.Languages.Count == 0) yield return new("quality.no-language", "Switch on at least one language.", [], Blocks: true);
        foreach (string language in content.Languages)
        {
            List<(LocalText Where, string? Question)> missing = [.. Texts(content).Where(t => t.Text.Exactly(language).Length == 0).Select(t => (t.Where, t.Question))];
            if (missing.Count > 0)
                yield return new("quality.untranslated", "Texts not written in {0}: {1}, among them {2}. Write them, or switch the language off.",
                    [PlaceNames.OfLanguage(language), missing.Count, PlaceNames.List(missing.Select(m => m.Where).Distinct().Take(PlacesNamed))], Blocks: true)
                { QuestionCodes = [.. missing.Select(m => m.Question).OfType<string>().Distinct()] };
        }
    }

    private static IEnumerable<QualityFinding> Length(Dictionary<string, double> minutes)
    {
        if (minutes.Count > 0 && minutes.Values.Max() > MinutesLimit)
            yield return new("quality.too-long", "It takes about {0} minutes. Beyond {1} minutes many people stop before the end.", [Math.Round(minutes.Values.Max()), MinutesLimit]);
    }

    private static IEnumerable<QualityFinding> Words(QuestionnaireContent content)
    {
        foreach (Question question in content.Questions)
            foreach (string language in content.Languages)
                if (Readability.Words(question.Text.Exactly(language)) is > WordsLimit and var words)
                    yield return new("quality.long-question", "The question {0} has {1} words in {2}. Aim for {3} or fewer.", [PlaceNames.Of(question), words, PlaceNames.OfLanguage(language), WordsLimit], QuestionCode: question.Code);
    }

    private static IEnumerable<(LocalText Where, string? Question, LocalText Text)> Texts(QuestionnaireContent content)
    {
        yield return (PlaceNames.Title, null, content.Title);
        // Texts nobody wrote in any language are left out, not missing.
        if (content.Welcome != LocalText.Empty) yield return (PlaceNames.Welcome, null, content.Welcome);
        if (content.Thanks != LocalText.Empty) yield return (PlaceNames.Thanks, null, content.Thanks);
        foreach (Section section in content.Sections)
        {
            if (section.Title != LocalText.Empty) yield return (PlaceNames.Of(section), null, section.Title);
            if (section.Introduction != LocalText.Empty) yield return (PlaceNames.Of(section), null, section.Introduction);
            foreach (Question question in section.Questions)
            {
                LocalText named = PlaceNames.Of(question);
                yield return (named, question.Code, question.Text);
                if (question.Hint != LocalText.Empty) yield return (named, question.Code, question.Hint);
                foreach (QuestionOption option in question.Options) yield return (named, question.Code, option.Label);
            }
        }
    }
}
