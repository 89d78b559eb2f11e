using Cadran.People;

namespace Cadran.Web.Platform;

/// <summary>What stands before an account: how often somebody may try, and whether the password is right.</summary>
public sealed class AccountGate
{
    private readonly SignInLimits limits;
    private readonly PasswordCheck check;
    private readonly MailQueue queue;

    internal AccountGate(SignInLimits limits, PasswordCheck check, MailQueue queue) =>
        (this.limits, this.check, this.queue) = (limits, check, queue);

    /// <summary>Counts an attempt; the address is limited in the same way whether or not it is that of an account.</summary>
    public bool MayTry(HttpContext http, string email, User? user) => limits.MayTry(http, email, user?.Id);

    /// <summary>Whether the password opens the account. It takes as long where there is none.</summary>
    public bool Opens(HttpContext http, User? user, string password)
    {
        if (check.IsRight(user, password)) return true;
        limits.Failed(http);
        return false;
    }

    /// <summary>Counts an attempt at the second step.</summary>
    public bool MayTryCode(HttpContext http, User user) => limits.MayTryCode(http, user.Id);

    /// <summary>Asks for a letter with a link, to the account of that address if there is one; false after too many.</summary>
    public bool AskForLetter(HttpContext http, string email)
    {
        if (!limits.MayAsk(http)) return false;
        queue.Ask(email);
        return true;
    }
}
