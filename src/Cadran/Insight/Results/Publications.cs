using Cadran.Collection;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>
/// The one place where answers become figures that are shown: which results there are, and what each is made of. Those of a closed wave are
/// worked out when they are asked for (<see cref="ClosedResults"/>), those of an open one in steps (<see cref="OpenResults"/>).
/// </summary>
internal sealed class Publications(
    CountedTables tables, ResponseStore responses, WaveStamps stamps, ResultStore results, ClosedResults closed, OpenResults open)
{
    public async Task<Published<WaveScores>> ScoresAsync(Guid wave, CancellationToken ct) => (await ScoresAsync([wave], ct))[wave];

    /// <summary>Scores of many waves: those that are stored come with two questions to the database.</summary>
    public async Task<IReadOnlyDictionary<Guid, Published<WaveScores>>> ScoresAsync(IReadOnlyCollection<Guid> waves, CancellationToken ct)
    {
        var known = await stamps.OfAsync(waves, ct);
        var found = new Dictionary<Guid, Published<WaveScores>>();
        foreach (var stamp in known.Values)
            if (closed.InMemory<WaveScores>(stamp, ResultKeys.Scores) is { } kept) found[stamp.WaveId] = kept;
        List<Guid> others = [.. known.Keys.Except(found.Keys)];
        if (others.Count == 0) return found;
        var stored = (await results.FindAsync(others, ResultKeys.Scores, ct)).ToDictionary(r => r.WaveId);
        foreach (var wave in others)
            found[wave] = await GetAsync(known[wave], new ResultRequest<WaveScores>(ResultKeys.Scores, Empty,
                (table, before) => WaveTabulation.Of(table, before))
            { Stored = stored.GetValueOrDefault(wave) }, ct);
        return found;
    }

    public async Task<Published<DriverFindings>> DriversAsync(Guid wave, CancellationToken ct)
    {
        var (stamp, scores) = (await StampAsync(wave, ct), await ScoresAsync(wave, ct));
        return await GetAsync(stamp, new ResultRequest<DriverFindings>(ResultKeys.Drivers, _ => DriverSteps.Later,
            (table, before) => DriverSteps.Of(table, scores.Value, before, null))
        { Beside = scores }, ct);
    }

    /// <summary>Groups of a closed wave; none of an open one, where each answer would show in a group.</summary>
    public async Task<Published<WaveGroups>> GroupsAsync(Guid wave, string by, CancellationToken ct)
    {
        var (stamp, scores) = (await StampAsync(wave, ct), await ScoresAsync(wave, ct));
        if (!stamp.Closed) return new(new([]), scores.Answers, scores.Received, true, scores.AsClosed);
        return await closed.GetAsync(stamp, new ResultRequest<WaveGroups>(ResultKeys.Groups(by), _ => new([]),
            (table, before) => new(WaveTabulation.Groups(table, by, scores.Value, before?.Groups)))
        { Beside = scores }, ct);
    }

    /// <summary>Every question by itself.</summary>
    public async Task<Published<WaveQuestions>> QuestionsAsync(Guid wave, CancellationToken ct)
    {
        var (stamp, scores) = (await StampAsync(wave, ct), await ScoresAsync(wave, ct));
        return await GetAsync(stamp, new ResultRequest<WaveQuestions>(ResultKeys.Questions, _ => WaveQuestions.None,
            (table, before) => QuestionTabulation.Of(table, scores.Value, before, null))
        { Beside = scores }, ct);
    }

    /// <summary>Every question by groups, of a closed wave; none of an open one, as <see cref="GroupsAsync"/>.</summary>
    public async Task<Published<WaveSplit>> SplitAsync(Guid wave, string by, CancellationToken ct)
    {
        var (stamp, scores) = (await StampAsync(wave, ct), await ScoresAsync(wave, ct));
        if (!stamp.Closed) return new(new(by, []), scores.Answers, scores.Received, true, scores.AsClosed);
        var questions = await QuestionsAsync(wave, ct);
        return await closed.GetAsync(stamp, new ResultRequest<WaveSplit>(ResultKeys.Split(by), _ => new(by, []),
            (table, before) => SplitTabulation.Of(table, by, questions.Value, before))
        { Beside = scores }, ct);
    }

    /// <summary>The change between two closed waves; null while one of them is open.</summary>
    public async Task<WaveChange?> ChangeAsync(Guid from, Guid to, CancellationToken ct)
    {
        var scores = await ScoresAsync([from, to], ct);
        if (scores.Values.Any(s => s.Open)) return null;
        var both = await stamps.OfAsync([from, to], ct);
        return (await closed.GetAsync(both[to], new ResultRequest<WaveChange>(ResultKeys.Change(from), _ => new(from, to, [], false),
            async (table, _) => WaveComparison.Of((await tables.GetAsync(from, ct)).InOrderOfContent, table, scores[from].Value,
                scores[to].Value))
        { Other = both[from] }, ct)).Value;
    }

    public async Task<Published<FieldworkCounts>> FieldworkAsync(Guid wave, CancellationToken ct) =>
        await GetAsync(await StampAsync(wave, ct), new ResultRequest<FieldworkCounts>(ResultKeys.Fieldwork, _ => FieldworkCounts.None,
            (table, _) => FieldworkCounts.Of(table))
        { Beside = await ScoresAsync(wave, ct) }, ct);

    public async Task<Published<PublishedComments>> CommentsAsync(Guid wave, CancellationToken ct) =>
        await GetAsync(await StampAsync(wave, ct), new ResultRequest<PublishedComments>(ResultKeys.Comments, _ => new([]),
            (table, _) => PublishedComments.Of(responses, table, null, tables.Aside(wave), ct))
        {
            Beside = await ScoresAsync(wave, ct),
        }, ct);

    /// <summary>
    /// Responses person by person, where everybody who answered a closed wave is in its figures; null otherwise. They are as they came:
    /// weights that somebody made would tell the channel and the language of a person.
    /// </summary>
    public async Task<(ResponseTable Table, WaveScores Scores)?> PeopleAsync(Guid wave, CancellationToken ct)
    {
        var scores = await ScoresAsync(wave, ct);
        var table = await tables.AsTheyCameAsync(wave, ct);
        return scores.Open || scores.Answers != table.Rows || scores.Value.Suppressed is not null ? null : (table, scores.Value);
    }

    private Task<Published<T>> GetAsync<T>(WaveStamp stamp, ResultRequest<T> request, CancellationToken ct) where T : class =>
        stamp.Closed ? closed.GetAsync(stamp, request, ct) : open.GetAsync(stamp, request, ct);

    private async Task<WaveStamp> StampAsync(Guid wave, CancellationToken ct) => (await stamps.OfAsync([wave], ct))[wave];

    private static WaveScores Empty(WaveStamp stamp) => new()
    {
        WaveId = stamp.WaveId,
        Responses = 0,
        Result = new() { N = 0, Design = new(1, 0, 0, 0, null), Items = [] },
        HasDesign = false,
        AsksOverall = false,
        Drivers = 0,
        Suppressed = new(stamp.Responses == 0 ? SuppressionReason.Empty : SuppressionReason.TooFewRespondents),
    };
}
