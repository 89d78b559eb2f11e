namespace Cadran.Insight;

/// <summary>Every closed question of a wave, everybody together, and the scores by phase and orientation.</summary>
/// <param name="Questions">In the order asked; empty while nothing is shown.</param>
/// <param name="Matrix">The cells and margins of the matrix; empty where no question has a place in it.</param>
public sealed record WaveQuestions(IReadOnlyList<QuestionResult> Questions, IReadOnlyList<MatrixScore> Matrix)
{
    public static WaveQuestions None { get; } = new([], []);

    public QuestionResult? Find(string code) => Questions.FirstOrDefault(q => q.Code == code);
}
