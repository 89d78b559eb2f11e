namespace Cadran.Questionnaires;

/// <summary>Something to put right, or to think about, before a questionnaire goes out.</summary>
/// <param name="Message">English text, the key of its translations; placeholders take <paramref name="Args"/>.</param>
/// <param name="Blocks">Publication is refused until it is put right; otherwise it is advice.</param>
/// <param name="QuestionCode">The question it is about, or null.</param>
public sealed record QualityFinding(
    string Code, string Message, IReadOnlyList<object> Args, bool Blocks = false, string? QuestionCode = null)
{
    /// <summary>Every question it is about, in order.</summary>
    public IReadOnlyList<string> QuestionCodes { get; init; } = QuestionCode is null ? [] : [QuestionCode];
}
