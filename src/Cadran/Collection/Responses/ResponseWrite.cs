using System.Text;

namespace Cadran.Collection;

/// <summary>Something that waits for the next transaction of <see cref="ResponseStore"/>.</summary>
internal abstract class ResponseWrite
{
    // Whoever waits continues on another thread: the writer goes on with the next batch.
    private readonly TaskCompletionSource<bool> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set by the commit: false when the key had been submitted before.</summary>
    public bool Accepted { get; set; }
    public Task<bool> Task => done.Task;

    public void Acknowledge() => done.SetResult(Accepted);
    public void Fail(Exception failure) => done.SetException(failure);
}

/// <summary>What somebody sends under a key.</summary>
internal abstract class KeyedWrite(Guid waveId, SubmissionKey key) : ResponseWrite
{
    public Guid WaveId { get; } = waveId;
    public string Digest { get; } = key.Digest();
    public string DraftId { get; } = key.DraftId();
}

internal sealed class SubmitWrite(Response response, SubmissionKey key) : KeyedWrite(response.WaveId, key)
{
    public Response Response { get; } = response;

    /// <summary>As <see cref="Arrival.Write"/> gives it.</summary>
    public byte[] Content { get; } = Arrival.Write(response);
}

internal sealed class DraftWrite(Guid waveId, SubmissionKey key, DateOnly today, string answersJson) : KeyedWrite(waveId, key)
{
    public DateOnly Today { get; } = today;

    /// <summary>The answers, closed with what only the sender has.</summary>
    public string Sealed { get; } = Convert.ToBase64String(AnswerSeal.Close(key.DraftKey(), Encoding.UTF8.GetBytes(answersJson)));
}

/// <summary>Something large, done between two transactions of people who send answers.</summary>
internal sealed class PortionWrite(Action write) : ResponseWrite
{
    public void Run() => write();
}

/// <summary>Somebody waits until what has arrived is among the other responses.</summary>
internal sealed class ShuffleWrite : ResponseWrite;
