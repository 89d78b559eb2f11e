namespace Cadran.Collection;

/// <summary>Messages of one kind that were made ready together.</summary>
/// <param name="Number">0 for the invitation, 1 for the first reminder.</param>
/// <param name="On">The day where the installation is.</param>
public sealed record MailRound(MailKind Kind, int Number, DateOnly On, DateTime AtUtc, int Messages)
{
    /// <summary>Who made letters; empty for what the program makes ready by itself.</summary>
    public string By { get; init; } = "";
}
