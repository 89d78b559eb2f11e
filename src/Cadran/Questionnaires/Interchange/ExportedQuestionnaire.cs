namespace Cadran.Questionnaires;

/// <summary>A questionnaire as a file of some tool.</summary>
/// <param name="Left">What that format cannot say; empty for our own.</param>
public sealed record ExportedQuestionnaire(byte[] Bytes, IReadOnlyList<LossLine> Left);
