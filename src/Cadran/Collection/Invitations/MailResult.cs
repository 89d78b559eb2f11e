namespace Cadran.Collection;

/// <summary>What a mail server said of one message.</summary>
/// <param name="Code">Its reply code; null where it said nothing.</param>
public sealed record MailResult(Guid Id, MailReply Reply, int? Code = null)
{
    // A server that greylists wants some minutes; one that is full, hours.
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8),
            TimeSpan.FromHours(24)];

    private static readonly TimeSpan UntilServerIsBack = TimeSpan.FromMinutes(1);

    /// <summary>Times that a server may put a message off before it is given up.</summary>
    public static int MostAttempts => Waits.Length + 1;

    /// <param name="attempts">Times that it was put off before.</param>
    /// <returns>Where the message is now, how often it was put off, and when it is tried again.</returns>
    public (MailState State, int Attempts, DateTime? Due) After(int attempts, DateTime nowUtc) => Reply switch
    {
        MailReply.Accepted => (MailState.Sent, attempts, null),
        MailReply.NoMailbox => (MailState.Bounced, attempts, null),
        MailReply.Refused => (MailState.Failed, attempts, null),
        MailReply.Unheard => (MailState.Uncertain, attempts, null),
        MailReply.Unreached => (MailState.Waiting, attempts, nowUtc + UntilServerIsBack),
        _ when attempts < Waits.Length => (MailState.Waiting, attempts + 1, nowUtc + Waits[attempts]),
        _ => (MailState.Failed, attempts + 1, null),
    };
}
