namespace Cadran.Collection;

/// <summary>Where a message is.</summary>
public enum MailState
{
    Waiting,
    /// <summary>A process has it in hand.</summary>
    Sending,
    /// <summary>The mail server has taken it.</summary>
    Sent,
    /// <summary>It was handed over whole and nobody heard what became of it: a person decides whether it is sent again.</summary>
    Uncertain,
    /// <summary>An uncertain one that somebody had sent again.</summary>
    Repeated,
    /// <summary>There is nobody at that address.</summary>
    Bounced,
    /// <summary>The server refused it, or put it off again and again.</summary>
    Failed,
    /// <summary>Not sent: the person does not want to be asked.</summary>
    OptedOut,
    /// <summary>Not sent: the person had answered meanwhile.</summary>
    Answered,
    /// <summary>Not sent: the wave was no longer open, or the contact was gone.</summary>
    TooLate,
}
