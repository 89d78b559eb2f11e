namespace Cadran;

/// <summary>What is refused in the same words everywhere, because the database found it and not a rule of one entity.</summary>
public static class Refusals
{
    /// <summary>Code of <see cref="ChangedMeanwhile"/>: whoever shows the thing again reads it anew first.</summary>
    public const string Changed = "changed-meanwhile";

    /// <summary>Code of <see cref="SentTwice"/>: the record is there, whoever asked for it can be led to it.</summary>
    public const string Sent = "sent-twice";

    /// <summary>Two people changed one thing, or one added to it what the other had added: the first is kept.</summary>
    public static RuleViolationException ChangedMeanwhile(string? field = null) => new RuleViolationException(
        Changed, "Somebody has changed this in the meantime. What is written stays: look at it again.", field);

    /// <summary>The same record came twice.</summary>
    public static RuleViolationException SentTwice() =>
        new RuleViolationException(Sent, "This was sent twice. It is recorded once.");

    /// <summary>The form was made from that version; another may have been saved since.</summary>
    public static void RequireUnchangedSince(this IVersioned thing, int seenVersion)
    {
        if (thing.Version != seenVersion) throw ChangedMeanwhile();
    }
}
