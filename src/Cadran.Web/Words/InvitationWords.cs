using Cadran.Collection;

namespace Cadran.Web.Words;

/// <summary>What invitations are made of, in words: English, the keys of their translations.</summary>
public static class InvitationWords
{
    public static string Name(MailKind kind) => kind switch
    {
        MailKind.Invitation => "Invitation",
        MailKind.Reminder => "Reminder",
        MailKind.Letter => "Letter",
        _ => "Thanks",
    };

    public static string Name(LinkKind links) => links switch
    {
        LinkKind.Personal => "Personal: counts once; whether it was used is known, and respondents are told so",
        _ => "The same for everybody: who has answered is known to nobody, and everybody is reminded",
    };

    public static string Name(LetterTo to) => to switch
    {
        LetterTo.WithoutEmail => "Those without an e-mail address",
        LetterTo.NotAnswered => "Those whose link was not used",
        _ => "Everybody of the sample",
    };

    /// <summary>Why a message did not go out or did not arrive.</summary>
    public static string Why(MailState state) => state switch
    {
        MailState.Bounced => "{0} had no mailbox at the address|{0} had no mailbox at the address",
        MailState.Failed => "{0} was refused or put off too often|{0} were refused or put off too often",
        MailState.OptedOut => "{0} does not want to be asked|{0} do not want to be asked",
        MailState.Answered => "{0} had answered meanwhile|{0} had answered meanwhile",
        _ => "{0} came too late (closed, or the contact gone)|{0} came too late (closed, or the contact gone)",
    };
}
