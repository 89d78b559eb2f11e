namespace Cadran.Questionnaires;

/// <summary>A question whose words, options or scale differ between two versions under the same code.</summary>
public sealed record Rewording(string Code, Question Before, Question After);
