namespace Cadran.People;

/// <summary>Who does something, as the audit trail names them: a signed-in person, a command, or the program itself.</summary>
public sealed record Actor(Guid? UserId, string Name)
{
    /// <summary>As long as the longest e-mail address: who has no name is called by it.</summary>
    public const int NameMaxLength = User.EmailMaxLength;

    /// <summary>Set-up, jobs and scheduled work.</summary>
    public static Actor System { get; } = new(null, "system");

    /// <summary>Somebody with a shell on the machine.</summary>
    public static Actor Command { get; } = new(null, "command line");
}
