using System.Security.Cryptography;
using System.Text;
using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Insight;

/// <summary>
/// The comments of a wave, already masked when they were stored. Where fewer than ten people wrote any, none is shown nor counted. Their
/// order is made of their words alone, so that it says nothing of who wrote them, when, or what else the same person said.
/// </summary>
public sealed class WaveComments
{
    private readonly Publications publications;
    private readonly WaveStamps waves;
    private readonly ResponseStore store;

    internal WaveComments(Publications publications, WaveStamps waves, ResponseStore store) =>
        (this.publications, this.waves, this.store) = (publications, waves, store);

    /// <summary>
    /// How many comments are shown: none, or those of at least <see cref="DisclosurePolicy.MinimumCommenters"/> people.
    /// </summary>
    public async Task<int> CountAsync(Guid waveId, CancellationToken ct) => (await publications.CommentsAsync(waveId, ct)).Value.Keys.Count;

    /// <summary>One page of comments.</summary>
    /// <param name="page">From 1.</param>
    public async Task<IReadOnlyList<WaveComment>> PageAsync(Guid waveId, int page, int size, CancellationToken ct)
    {
        string[] keys = [.. (await publications.CommentsAsync(waveId, ct)).Value.Keys.Skip((page - 1) * size).Take(size)];
        if (keys.Length == 0) return [];
        var content = await waves.ContentAsync(waveId, ct);
        return await Task.Run(() => Find(waveId, content, keys, ct), ct);
    }

    internal static string Key(Guid waveId, WaveComment comment) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{waveId:N}\n{comment.Question}\n{comment.Text}")).AsSpan(0, 10));

    /// <summary>All comments that may be shown of the responses of a table.</summary>
    /// <param name="heldUpTo">Responses up to this place are held back.</param>
    /// <param name="aside">Days whose online answers do not count.</param>
    internal static List<WaveComment> Read(ResponseStore store, ResponseTable table, uint? heldUpTo,
        IReadOnlyList<SetAsidePeriod> aside, CancellationToken ct)
    {
        var (found, people) = (new List<WaveComment>(), 0);
        foreach (var (weight, comments) in All(store, table.WaveId, table.Content, heldUpTo, aside, ct))
        {
            found.AddRange(comments);
            if (weight > 0) people++;
        }
        return people < DisclosurePolicy.MinimumCommenters ? [] : found;
    }

    // The same words may stand in several comments: as many are shown as have that key.
    private List<WaveComment> Find(Guid waveId, QuestionnaireContent content, string[] keys, CancellationToken ct)
    {
        var wanted = keys.CountBy(k => k).ToDictionary();
        var found = new List<(string Key, WaveComment Comment)>();
        foreach (var comment in All(store, waveId, content, null, [], ct).SelectMany(person => person.Comments))
        {
            var key = Key(waveId, comment);
            if (wanted.GetValueOrDefault(key) == 0) continue;
            wanted[key]--;
            found.Add((key, comment));
        }
        return [.. found.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Comment)];
    }

    private static IEnumerable<(double Weight, List<WaveComment> Comments)> All(
        ResponseStore store, Guid waveId, QuestionnaireContent content, uint? heldUpTo, IReadOnlyList<SetAsidePeriod> aside,
        CancellationToken ct)
    {
        var questions = content.Questions.Where(q => q.Kind.IsText || q.Options.Any(o => o.TakesText)).ToDictionary(q => q.Code);
        if (questions.Count == 0) yield break;
        byte[][] names = [.. questions.Keys.Select(code => Encoding.UTF8.GetBytes($"\"{code}\":"))];
        foreach (var block in store.Scan(waveId, ct))
            for (var row = 0; row < block.Rows; row++)
            {
                // Most people write nothing: their answers are not parsed.
                if (block.Place(row) <= heldUpTo || !Mentions(block, row, names) || IsAside(block, row, aside)) continue;
                if (Of(block, row, questions) is { Count: > 0 } comments) yield return (block.Weight(row), comments);
            }
    }

    private static bool IsAside(ResponseBlock block, int row, IReadOnlyList<SetAsidePeriod> aside)
    {
        if (aside.Count == 0) return false;
        var (day, channel) = (Encoding.UTF8.GetString(block.Day(row)), Encoding.UTF8.GetString(block.Channel(row)));
        return aside.Any(p => p.Holds(FieldworkCounts.Day(day), channel));
    }

    private static List<WaveComment> Of(ResponseBlock block, int row, Dictionary<string, Question> questions)
    {
        var answers = Answers.Parse(Encoding.UTF8.GetString(block.Answers(row)), code => questions.GetValueOrDefault(code));
        var language = Encoding.UTF8.GetString(block.Language(row));
        return
        [
            .. from code in questions.Keys
               from text in answers[code] is Answer.Comment comment ? [comment] : answers[code]?.Texts.Values ?? []
               where text.Text.Length > 0
               select new WaveComment(code, text.Text, language),
        ];
    }

    private static bool Mentions(ResponseBlock block, int row, byte[][] names)
    {
        foreach (var name in names)
            if (block.Answers(row).IndexOf(name) >= 0) return true;
        return false;
    }
}
