namespace Cadran.Collection;

/// <summary>How the people of a sample are invited, as somebody decided it.</summary>
public sealed record InvitationTerms
{
    public const int MostReminders = 5, MostDaysBetween = 60, UsualReminders = 2, UsualDaysBetween = 7, UsualHour = 9;

    public LinkKind Links { get; init; } = LinkKind.Personal;

    /// <summary>A personal link goes on where somebody stopped, on another device too; whoever has it sees what was not sent yet.</summary>
    public bool Resumable { get; init; }
    public DateOnly SendsOn { get; init; }

    /// <summary>Hour of the day from which messages go out, where the installation is.</summary>
    public int Hour { get; init; } = UsualHour;
    public int Reminders { get; init; } = UsualReminders;
    public int DaysBetween { get; init; } = UsualDaysBetween;

    /// <summary>A message of thanks goes out the day after the wave has ended.</summary>
    public bool Thanks { get; init; } = true;

    /// <summary>Where answers to messages go; empty for the sender.</summary>
    public string ReplyTo { get; init; } = "";

    internal InvitationTerms Checked(Wave wave)
    {
        if (SendsOn < wave.OpensOn || SendsOn > wave.ClosesOn)
            throw new RuleViolationException("invitations.day", "Choose a day from {0} to {1}: people can answer only then.",
                nameof(SendsOn), wave.OpensOn, wave.ClosesOn);
        if (Hour is < 0 or > 23)
            throw new RuleViolationException("invitations.hour", "Enter an hour from 0 to 23.", nameof(Hour));
        if (Reminders is < 0 or > MostReminders)
            throw new RuleViolationException("invitations.reminders", "Enter a number of reminders from 0 to {0}.", nameof(Reminders),
                MostReminders);
        if (DaysBetween is < 1 or > MostDaysBetween)
            throw new RuleViolationException("invitations.days-between", "Enter a number of days from 1 to {0}.", nameof(DaysBetween),
                MostDaysBetween);
        string reply = ReplyTo.Trim();
        if (reply.Length > 0 && ContactForm.Email(reply) is null)
            throw new RuleViolationException("invitations.reply-to", "This is no e-mail address: write it as name@example.org.",
                nameof(ReplyTo));
        return this with { ReplyTo = reply, Resumable = Resumable && Links == LinkKind.Personal };
    }
}
