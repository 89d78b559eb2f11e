namespace Cadran.Questionnaires;

/// <summary>After its section the questionnaire ends early for whom the condition holds, with thanks of its own.</summary>
public sealed record Ending(Condition When, LocalText Thanks);
