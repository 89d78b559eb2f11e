namespace Cadran.Insight;

// Every question by itself and by others: of closed waves, beside their scores.
internal sealed partial class Publications
{
    private const string QuestionsKey = "questions";

    public async Task<Published<WaveQuestions>> QuestionsAsync(Guid wave, CancellationToken ct)
    {
        var stamp = await StampAsync(wave, ct);
        var scores = await ScoresAsync(wave, ct);
        return await GetAsync<WaveQuestions>(stamp, QuestionsKey, _ => WaveQuestions.None,
            (table, before) => QuestionTabulation.Of(table, scores.Value, before), ct, beside: scores);
    }

    public async Task<Published<WaveSplit>> SplitAsync(Guid wave, string by, CancellationToken ct)
    {
        var stamp = await StampAsync(wave, ct);
        var scores = await ScoresAsync(wave, ct);
        if (!stamp.Closed) return new(new(by, []), scores.Answers, scores.Received, true);
        var questions = await QuestionsAsync(wave, ct);
        return await GetAsync<WaveSplit>(stamp, "split:" + by, _ => new(by, []),
            (table, before) => SplitTabulation.Of(table, by, questions.Value, before), ct, beside: scores);
    }
}
