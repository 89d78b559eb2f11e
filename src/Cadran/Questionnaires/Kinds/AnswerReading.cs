namespace Cadran.Questionnaires;

/// <summary>
/// What a kind made of what was sent or written: an answer, a problem, or both when the answer is kept to be put right; neither when
/// nothing was said.
/// </summary>
/// <param name="ReadAs">The code that a word was taken for, where somebody must see that it was; null elsewhere.</param>
public readonly record struct AnswerReading(Answer? Answer, AnswerProblem? Problem = null, string? ReadAs = null);
