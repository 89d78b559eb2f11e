using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Cadran.Collection;

/// <summary>
/// The thread that writes for a <see cref="ResponseStore"/>: it takes everything that waits, has it committed together and tells the
/// senders, and shuffles what arrived in among the other responses once it has lain for some seconds. Large things that others bring are
/// done in portions, one between two commits.
/// </summary>
internal sealed class ResponseQueue : IDisposable
{
    /// <summary>
    /// Answers and drafts that wait at most: some seconds of a disk that is slow, and some megabytes. A disk that stands still fills it.
    /// </summary>
    internal const int MostWaiting = 20_000;

    private const int BatchLimit = 1024, ArrivalLimit = 4096;
    private static readonly TimeSpan ShuffledAfter = TimeSpan.FromSeconds(2);

    private readonly BlockingCollection<ResponseWrite> queue = [];
    private readonly List<KeyedWrite> batch = new(BatchLimit);
    private readonly List<ShuffleWrite> waiting = [];
    private readonly Queue<PortionWrite> portions = [];
    private readonly Lazy<Thread> writer;
    private readonly ResponseStore store;
    private readonly Action<CommittedResponses> committed;
    private readonly ILogger log;
    private long arrived, shuffledAt;

    public ResponseQueue(ResponseStore store, Action<CommittedResponses> committed, ILogger log)
    {
        (this.store, this.committed, this.log) = (store, committed, log);
        writer = new(Start);
    }

    public Task<bool> Add(ResponseWrite write)
    {
        _ = writer.Value;
        if (write is KeyedWrite && queue.Count >= MostWaiting) return Task.FromException<bool>(new StoreBusyException());
        queue.Add(write);
        return write.Task;
    }

    private Thread Start()
    {
        var thread = new Thread(Write) { IsBackground = true, Name = "responses" };
        thread.Start();
        return thread;
    }

    private void Write()
    {
        while (!queue.IsCompleted)
        {
            if (queue.TryTake(out ResponseWrite? first, Patience()))
            {
                Sort(first);
                while (batch.Count < BatchLimit && queue.TryTake(out ResponseWrite? next)) Sort(next);
                if (batch.Count > 0) WriteTogether(batch);
                batch.Clear();
            }
            if (portions.TryDequeue(out PortionWrite? portion)) WritePortion(portion);
            if (waiting.Count > 0 || arrived >= ArrivalLimit || IsDue) Shuffle();
        }
        while (portions.TryDequeue(out PortionWrite? portion)) WritePortion(portion);
        if (arrived > 0) Shuffle();
    }

    private void Sort(ResponseWrite write)
    {
        if (write is KeyedWrite keyed) batch.Add(keyed);
        else if (write is PortionWrite portion) portions.Enqueue(portion);
        else waiting.Add((ShuffleWrite)write);
    }

    // Milliseconds until the next shuffle is due; for ever when nothing has arrived.
    private int Patience() => portions.Count > 0 ? 0 : arrived == 0 ? Timeout.Infinite
        : (int)Math.Max(0, (ShuffledAfter - Stopwatch.GetElapsedTime(shuffledAt)).TotalMilliseconds);

    private bool IsDue => arrived > 0 && Stopwatch.GetElapsedTime(shuffledAt) >= ShuffledAfter;

    private static void WritePortion(PortionWrite portion)
    {
        try
        {
            portion.Run();
            portion.Acknowledge();
        }
#pragma warning disable CA1031 // Whatever went wrong is told to the sender who waits for it.
        catch (Exception failure) { portion.Fail(failure); }
#pragma warning restore CA1031
    }

    // When a batch fails each write is tried alone, so that one that cannot be stored refuses nobody else.
    private void WriteTogether(List<KeyedWrite> writes)
    {
        try
        {
            // Tables first: whoever was acknowledged finds the response in the next table.
            foreach (CommittedResponses responses in store.Commit(writes))
            {
                committed(responses);
                if (arrived == 0) shuffledAt = Stopwatch.GetTimestamp();
                arrived += responses.Responses.Count;
            }
            foreach (KeyedWrite write in writes) write.Acknowledge();
        }
#pragma warning disable CA1031 // Whatever went wrong is told to the sender who waits for it.
        catch (Exception failure)
        {
            if (writes.Count == 1) writes[0].Fail(failure);
            else foreach (KeyedWrite write in writes) WriteTogether([write]);
        }
#pragma warning restore CA1031
    }

    private void Shuffle()
    {
        try
        {
            store.Shuffle();
            arrived = 0;
            foreach (ShuffleWrite write in waiting) write.Acknowledge();
        }
#pragma warning disable CA1031 // Nothing is lost: what arrived is on disk and counted, and the next shuffle takes it along.
        catch (Exception failure)
        {
            log.LogWarning(failure, "What has arrived was not shuffled in; next try in {Seconds} s", ShuffledAfter.TotalSeconds);
            foreach (ShuffleWrite write in waiting) write.Fail(failure);
        }
#pragma warning restore CA1031
        waiting.Clear();
        shuffledAt = Stopwatch.GetTimestamp();
    }

    public void Dispose()
    {
        queue.CompleteAdding();
        if (writer.IsValueCreated) writer.Value.Join();
        queue.Dispose();
    }
}
