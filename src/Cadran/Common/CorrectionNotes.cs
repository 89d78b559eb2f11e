namespace Cadran;

/// <summary>What somebody corrects of a thing at once: collects what differs, and asks why where others rely on what was there.</summary>
public sealed class CorrectionNotes
{
    private readonly List<Correction> made = [];
    private readonly string by;
    private readonly string? reason;
    private readonly DateTime atUtc;

    /// <param name="reason">As it was written; blank for none.</param>
    /// <param name="by">Name of who corrects.</param>
    public CorrectionNotes(string? reason, string by, DateTime atUtc)
    {
        this.reason = string.IsNullOrWhiteSpace(reason) ? null : TextLimits.Required(reason, Correction.ReasonMaxLength, "Reason");
        (this.by, this.atUtc) = (by, atUtc);
    }

    /// <summary>What was found to differ.</summary>
    public IReadOnlyList<Correction> Made => made;

    /// <summary>Keeps what was there before, if it is another.</summary>
    public CorrectionNotes Note(string field, string before, string after)
    {
        if (before != after) made.Add(new(field, before, after, reason, by, atUtc));
        return this;
    }

    public CorrectionNotes Note(string field, DateOnly before, DateOnly after) => Note(field, before.Iso(), after.Iso());

    /// <summary>Each language is a text of its own.</summary>
    public CorrectionNotes Note(string field, LocalText before, LocalText after)
    {
        foreach (string language in LocalText.Languages) Note(field, before.Exactly(language), after.Exactly(language));
        return this;
    }

    /// <exception cref="RuleViolationException">Something differs and nobody said why.</exception>
    public CorrectionNotes RequireReason()
    {
        if (made.Count > 0 && reason is null)
            throw new RuleViolationException("correction.reason", "Say why it is corrected: others rely on what was there before.",
                nameof(Correction.Reason));
        return this;
    }
}
