namespace Cadran.Questionnaires;

/// <summary>One thing that can be chosen.</summary>
/// <param name="Code">Stable option code stored in the answer, such as "5" or "online".</param>
public sealed record QuestionOption(string Code, LocalText Label);
