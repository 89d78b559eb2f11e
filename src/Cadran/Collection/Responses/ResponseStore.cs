using System.Data.Common;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Cadran.Collection;

/// <summary>Responses this process has just put on disk. <see cref="Before"/> is what the same writer had added before them.</summary>
internal sealed record CommittedResponses(Guid WaveId, string Writer, long Before, IReadOnlyList<Response> Responses);

/// <summary>
/// The one way responses and drafts are written. What was written is read by the disclosure policy and by nobody else. A single thread
/// takes everything that waits, puts it into one durable transaction and only then tells the senders: one sync of the disk serves many
/// people. What arrived is shuffled in among the others some seconds later, by the same thread. The same class on both databases; what
/// differs is SQL.
/// </summary>
public abstract class ResponseStore : IDisposable
{
    /// <summary>A shuffle hides what arrived among at least so many responses of its wave, or among all that there are.</summary>
    internal const int Company = 100;

    private readonly ResponseQueue queue;

    private protected ResponseStore(ILogger log)
    {
        Log = log;
        queue = new(this, committed => Committed?.Invoke(committed), log);
    }

    private protected ILogger Log { get; }

    /// <summary>Names this process among the writers of a wave.</summary>
    protected string Writer { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Raised on the writer's thread after each commit.</summary>
    internal event Action<CommittedResponses>? Committed;

    /// <summary>Raised with the wave after <see cref="AddRangeAsync"/>.</summary>
    internal event Action<Guid>? Filled;

    /// <summary>
    /// Stores the response and forgets the draft of the same key. Completes when it is on disk. False when this key had been counted
    /// before: a retry, acknowledged like the first time.
    /// </summary>
    public Task<bool> SubmitAsync(Response response, SubmissionKey key) => queue.Add(new SubmitWrite(response, key));

    /// <summary>Keeps answers between two pages. False, and nothing stored, when this key has been submitted already.</summary>
    public Task<bool> SaveDraftAsync(Guid waveId, SubmissionKey key, DateOnly today, string answersJson) =>
        queue.Add(new DraftWrite(waveId, key, today, answersJson));

    /// <summary>
    /// Puts what has arrived among the other responses now, instead of some seconds after it came. What a process left behind that was
    /// killed is put there too.
    /// </summary>
    public Task ShuffleAsync() => queue.Add(new ShuffleWrite());

    /// <summary>
    /// Adds many responses in one transaction: all or none. Meant for files and for the demonstration; nothing is compared with what
    /// is there. On SQLite other writers wait until it is done, about a second for 100,000: files of people go through
    /// <see cref="ImportAsync"/>.
    /// </summary>
    /// <returns>The number added.</returns>
    public async Task<long> AddRangeAsync(IEnumerable<Response> responses, IProgress<long>? progress = null, CancellationToken ct = default)
    {
        IReadOnlyDictionary<Guid, long> added = await Task.Run(() => AddRange(responses, progress, ct), ct);
        foreach (Guid waveId in added.Keys) Filled?.Invoke(waveId);
        return added.Values.Sum();
    }

    /// <summary>
    /// Adds the responses of an import. They count, and are seen by anybody, from the commit of what <paramref name="commit"/> saves:
    /// all at once or, whenever the program stops, none. People who send answers meanwhile wait for a portion at most.
    /// </summary>
    /// <param name="sorted">In the order of their ids.</param>
    /// <param name="commit">Saves, in a transaction of the context, what says that they were imported.</param>
    /// <exception cref="RuleViolationException">A response with such an id is there: somebody added the same rows meanwhile.</exception>
    internal async Task ImportAsync(CadranDb db, ResponseImport import, IEnumerable<Response> sorted, Func<Task> commit,
        CancellationToken ct)
    {
        try { await AddImportAsync(db, import, sorted, commit, ct); }
        catch (DbException twice) when (db.Violation(twice) is not null) { throw Refusals.SentTwice(); }
    }

    /// <summary>
    /// Takes the responses of an import out again. They count no more from the commit of what <paramref name="commit"/> saves.
    /// </summary>
    /// <param name="commit">Saves, in a transaction of the context, that the import was undone; given how many there are.</param>
    /// <returns>How many there were.</returns>
    internal abstract Task<long> TakeOutAsync(CadranDb db, ResponseImport import, Func<long, Task> commit, CancellationToken ct);

    private protected abstract Task AddImportAsync(
        CadranDb db, ResponseImport import, IEnumerable<Response> sorted, Func<Task> commit, CancellationToken ct);

    /// <summary>Does something on the thread that writes, between two commits.</summary>
    private protected Task PortionAsync(Action write) => queue.Add(new PortionWrite(write));

    /// <summary>What is known under a key: its draft, whether it was sent, or neither.</summary>
    public abstract Task<DraftState> FindDraftAsync(Guid waveId, SubmissionKey key, CancellationToken ct);

    /// <summary>Number of responses of the wave, over all writers.</summary>
    internal abstract Task<long> CountAsync(Guid waveId, CancellationToken ct);

    /// <summary>Reads all responses of the wave in one consistent look, in blocks, in no meaningful order.</summary>
    internal abstract IEnumerable<ResponseBlock> Scan(Guid waveId, CancellationToken ct);

    /// <summary>
    /// Deletes drafts unchanged since the day before <paramref name="today"/> and the keys of waves closed at least two days. Returns
    /// rows deleted.
    /// </summary>
    public abstract Task<int> PurgeAsync(DateOnly today, CancellationToken ct);

    /// <summary>Adds in a transaction of its own. Returns the number added to each wave.</summary>
    protected abstract IReadOnlyDictionary<Guid, long> AddRange(
        IEnumerable<Response> responses, IProgress<long>? progress, CancellationToken ct);

    /// <summary>Adds in that transaction, without ending it. Returns the number added to each wave.</summary>
    private protected abstract IReadOnlyDictionary<Guid, long> Add(
        DbTransaction transaction, IEnumerable<Response> responses, IProgress<long>? progress, CancellationToken ct);

    /// <summary>Writes the batch durably and sets <see cref="ResponseWrite.Accepted"/> on each. Returns what was added, by wave.</summary>
    internal abstract IReadOnlyList<CommittedResponses> Commit(IReadOnlyList<KeyedWrite> batch);

    /// <summary>
    /// Moves the arrivals among the responses in one transaction, together with <see cref="Company"/> others of the same wave that are
    /// taken out and put in again, so that no trace of the writing tells the new ones.
    /// </summary>
    internal abstract void Shuffle();

    public void Dispose()
    {
        queue.Dispose();
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) { }
}
