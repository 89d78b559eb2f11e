namespace Cadran.Insight;

/// <summary>Says how people answered every closed question of a wave, and how the answers to one go with those to another.</summary>
public sealed class QuestionResults
{
    private readonly Publications publications;
    private readonly WaveStamps waves;

    internal QuestionResults(Publications publications, WaveStamps waves) => (this.publications, this.waves) = (publications, waves);

    /// <summary>Every closed question; none while the wave is open or withheld.</summary>
    /// <exception cref="MissingException">There is no such wave.</exception>
    public async Task<WaveQuestions> ForAsync(Guid waveId, CancellationToken ct) => (await publications.QuestionsAsync(waveId, ct)).Value;

    /// <summary>Every closed question by groups; none while the wave is open or withheld.</summary>
    /// <param name="by">As <see cref="Splits"/> writes it; anything else gives no groups.</param>
    /// <exception cref="MissingException">There is no such wave.</exception>
    public async Task<WaveSplit> SplitAsync(Guid waveId, string by, CancellationToken ct) =>
        Splits.Knows(await waves.ContentAsync(waveId, ct), by) ? (await publications.SplitAsync(waveId, by, ct)).Value : new(by, []);
}
