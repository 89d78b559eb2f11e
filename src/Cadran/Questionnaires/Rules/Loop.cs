namespace Cadran.Questionnaires;

/// <summary>
/// A section that is asked once for each option chosen in a question, or once for each of a given list, such as the services somebody used.
/// </summary>
/// <param name="Over">Code of the question whose chosen options make the turns; null for a given list.</param>
/// <param name="Turns">Codes and names of the turns of a given list.</param>
public sealed record Loop(string? Over, IReadOnlyList<QuestionOption> Turns)
{
    /// <summary>Stands between the code of a question and that of the turn in the code of its answer.</summary>
    public const char Mark = '~';

    public const int MaxTurns = 20;

    /// <summary>Code of the answer to a question in one turn.</summary>
    public static string Code(string question, string turn) => $"{question}{Mark}{turn}";

    public IReadOnlyList<QuestionOption> TurnsIn(QuestionnaireContent content) =>
        Over is null ? Turns : content.Find(Over) is { } question ? question.Kind.Options(question) : [];
}
