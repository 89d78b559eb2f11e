using System.Collections.Concurrent;

namespace Cadran.Jobs;

/// <summary>
/// How far running jobs are. Kept in memory: on SQLite the work's own transaction is the one writer, so a row could not be
/// updated while it runs. Another process shows such a job as running without a share.
/// </summary>
public sealed class JobProgress
{
    private readonly ConcurrentDictionary<Guid, (long Done, long Total)> running = new();

    public (long Done, long Total)? Of(Guid jobId) => running.TryGetValue(jobId, out var at) ? at : null;

    internal IProgress<(long Done, long Total)> For(Guid jobId) => new Reporter(running, jobId);

    internal void End(Guid jobId) => running.TryRemove(jobId, out _);

    private sealed class Reporter(ConcurrentDictionary<Guid, (long, long)> running, Guid id) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => running[id] = value;
    }
}
