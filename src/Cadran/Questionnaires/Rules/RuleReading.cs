namespace Cadran.Questionnaires;

/// <summary>A condition that was read, or what is wrong with its text.</summary>
/// <param name="Problem">English, the key of its translations; null when the condition was read.</param>
/// <param name="At">How many characters stand before the place of the problem.</param>
public sealed record RuleReading(Condition? Condition, string? Problem, int At)
{
    internal static RuleReading Wrong(int at, string problem) => new(null, problem, at);
}
