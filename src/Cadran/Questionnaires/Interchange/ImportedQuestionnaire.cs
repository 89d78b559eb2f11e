namespace Cadran.Questionnaires;

/// <summary>A questionnaire made from a file of another tool, and what became of what stood in it.</summary>
/// <param name="Name">What the file calls it, for staff.</param>
public sealed record ImportedQuestionnaire(string Name, QuestionnaireContent Content, LossReport Report)
{
    /// <summary>The answers that came with it, as a CSV file that the import of a wave reads; null when none came.</summary>
    public byte[]? Responses { get; init; }

    /// <summary>How many people's answers <see cref="Responses"/> holds.</summary>
    public int ResponseCount { get; init; }
}
