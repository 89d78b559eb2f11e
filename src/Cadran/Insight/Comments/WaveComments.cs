using System.Runtime.CompilerServices;
using System.Text;
using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Insight;

/// <summary>The comments of a wave, already masked when they were stored. Fewer than ten are not shown, nor counted.</summary>
public sealed class WaveComments(ResponseTables tables, ResponseStore store)
{
    /// <summary>Threshold for free text (docs/methods/disclosure.md).</summary>
    public const int Minimum = 10;

    private readonly ConditionalWeakTable<ResponseTable, Lazy<int>> counts = [];

    /// <param name="Language">The language the questionnaire was answered in.</param>
    public sealed record Comment(string Question, string Text, string Language);

    public async Task<int> CountAsync(Guid waveId, CancellationToken ct)
    {
        ResponseTable table = await tables.GetAsync(waveId, ct);
        Dictionary<string, Question> questions = Questions(table.Content);
        if (questions.Count == 0) return 0;
        return await Task.Run(() => counts.GetValue(table, _ => new(() => All(waveId, questions, CancellationToken.None).Count())).Value, ct);
    }

    /// <summary>One page of comments, in no meaningful order; empty when there are fewer than <see cref="Minimum"/>.</summary>
    /// <param name="page">From 1.</param>
    public async Task<IReadOnlyList<Comment>> PageAsync(Guid waveId, int page, int size, CancellationToken ct)
    {
        if (await CountAsync(waveId, ct) < Minimum) return [];
        ResponseTable table = await tables.GetAsync(waveId, ct);
        Dictionary<string, Question> questions = Questions(table.Content);
        return await Task.Run(() => All(waveId, questions, ct).Skip((page - 1) * size).Take(size).ToList(), ct);
    }

    private static Dictionary<string, Question> Questions(QuestionnaireContent content) =>
        content.Questions.Where(q => q.Kind.IsText).ToDictionary(q => q.Code);

    private IEnumerable<Comment> All(Guid waveId, Dictionary<string, Question> questions, CancellationToken ct)
    {
        byte[][] names = [.. questions.Keys.Select(code => Encoding.UTF8.GetBytes($"\"{code}\":"))];
        foreach (ResponseBlock block in store.Scan(waveId, ct))
            for (int i = 0; i < block.Rows; i++)
            {
                if (!Mentions(block, i, names)) continue;
                Answers answers = Answers.Parse(Encoding.UTF8.GetString(block.Answers(i)), code => questions.GetValueOrDefault(code));
                string language = Encoding.UTF8.GetString(block.Language(i));
                foreach (string code in questions.Keys)
                    if (answers[code] is Answer.Comment { Text.Length: > 0 } comment) yield return new(code, comment.Text, language);
            }
    }

    // Most people write nothing: their answers are not parsed.
    private static bool Mentions(ResponseBlock block, int row, byte[][] names)
    {
        foreach (byte[] name in names)
            if (block.Answers(row).IndexOf(name) >= 0) return true;
        return false;
    }
}
