namespace Cadran.Insight;

/// <summary>What somebody wrote, as it was confirmed: personal data masked.</summary>
/// <param name="Question">Code of the question.</param>
/// <param name="Language">The language the questionnaire was answered in.</param>
public sealed record WaveComment(string Question, string Text, string Language);
