using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Insight;

/// <summary>
/// The comments of a wave, already masked when they were stored. Where fewer than ten people wrote any, none is shown nor counted. Their order
/// is made of their words alone, so that it says nothing of who wrote them, when, or what else the same person said.
/// </summary>
public sealed class WaveComments
{
    private readonly ConditionalWeakTable<ResponseTable, Lazy<int>> counts = [];
    private readonly ResponseTables tables;
    private readonly ResponseStore store;

    internal WaveComments(ResponseTables tables, ResponseStore store) => (this.tables, this.store) = (tables, store);

    /// <summary>How many comments may be shown: none, or those of at least <see cref="DisclosurePolicy.MinimumCommenters"/> people.</summary>
    public async Task<int> CountAsync(Guid waveId, CancellationToken ct)
    {
        var table = await tables.GetAsync(waveId, ct);
        return await Task.Run(() => counts.GetValue(table, t => new(() => Read(t, CancellationToken.None).Count)).Value, ct);
    }

    /// <summary>One page of comments.</summary>
    /// <param name="page">From 1.</param>
    public async Task<IReadOnlyList<WaveComment>> PageAsync(Guid waveId, int page, int size, CancellationToken ct)
    {
        var table = await tables.GetAsync(waveId, ct);
        return await Task.Run(() => Read(table, ct).OrderBy(c => Place(waveId, c), StringComparer.Ordinal).Skip((page - 1) * size).Take(size).ToList(), ct);
    }

    private static string Place(Guid waveId, WaveComment comment) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{waveId:N}\n{comment.Question}\n{comment.Text}")));

    private List<WaveComment> Read(ResponseTable table, CancellationToken ct)
    {
        var questions = table.Content.Questions.Where(q => q.Kind.IsText).ToDictionary(q => q.Code);
        if (questions.Count == 0) return [];
        byte[][] names = [.. questions.Keys.Select(code => Encoding.UTF8.GetBytes($"\"{code}\":"))];
        var (found, people) = (new List<WaveComment>(), 0);
        foreach (var block in store.Scan(table.WaveId, ct))
            for (var row = 0; row < block.Rows; row++)
            {
                // Most people write nothing: their answers are not parsed.
                if (!Mentions(block, row, names)) continue;
                var before = found.Count;
                Add(block, row, questions, found);
                if (found.Count > before && block.Weight(row) > 0) people++;
            }
        return people < DisclosurePolicy.MinimumCommenters ? [] : found;
    }

    private static void Add(ResponseBlock block, int row, Dictionary<string, Question> questions, List<WaveComment> found)
    {
        var answers = Answers.Parse(Encoding.UTF8.GetString(block.Answers(row)), code => questions.GetValueOrDefault(code));
        foreach (var code in questions.Keys)
            if (answers[code] is Answer.Comment { Text.Length: > 0 } comment)
                found.Add(new(code, comment.Text, Encoding.UTF8.GetString(block.Language(row))));
    }

    private static bool Mentions(ResponseBlock block, int row, byte[][] names)
    {
        foreach (var name in names)
            if (block.Answers(row).IndexOf(name) >= 0) return true;
        return false;
    }
}
