
namespace Cadran.Collection;

/// <summary>Something that waits for the next transaction of <see cref="ResponseStore"/>.</summary>
internal abstract class ResponseWrite(Guid waveId, string digest)
{
    // Whoever waits continues on another thread: the writer goes on with the next batch.
    private readonly TaskCompletionSource<bool> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Guid WaveId { get; } = waveId;
    public string Digest { get; } = digest;

    /// <summary>Set by the commit: false when the key had been submitted before.</summary>
    public bool Accepted { get; set; }
    public Task<bool> Task => done.Task;

    public void Acknowledge() => done.SetResult(Accepted);
    public void Fail(Exception failure) => done.SetException(failure);
}

internal sealed class SubmitWrite(Guid waveId, string digest, Response response) : ResponseWrite(waveId, digest)
{
    public Response Response { get; } = response;
}

internal sealed class DraftWrite(Guid waveId, string digest, DateOnly today, string answersJson) : ResponseWrite(waveId, digest)
{
    public DateOnly Today { get; } = today;
    public string AnswersJson { get; } = answersJson;
}
