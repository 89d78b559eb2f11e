namespace Cadran.Collection;

/// <summary>A message as it goes out to one person. It is in memory only.</summary>
/// <param name="Attempts">Times that a server put it off before.</param>
/// <param name="Link">The link in it; empty where it has none.</param>
/// <param name="Stop">Address by which the person is asked no more.</param>
/// <param name="Key">The same for a message that is sent again: a server that has it already can know.</param>
public sealed record OutgoingMail(Guid Id, string Key, int Attempts, string Language, string To, string ToName, string ReplyTo,
    string Subject, string Body, string Link, string Stop);
