namespace Cadran.Collection;

/// <summary>What became of a message that was handed to the mail server.</summary>
public enum MailReply
{
    Accepted,
    /// <summary>There is nobody at that address.</summary>
    NoMailbox,
    /// <summary>The server will never take this message.</summary>
    Refused,
    /// <summary>The server says to come again.</summary>
    Later,
    /// <summary>The message did not leave: no server, no connection, no permission to send.</summary>
    Unreached,
    /// <summary>The message left whole, and no answer came.</summary>
    Unheard,
}
