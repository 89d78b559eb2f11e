namespace Cadran.Questionnaires;

/// <summary>What a rule or a text can know beside the answers.</summary>
public static class Fact
{
    public const string Service = "service", Channel = "channel", Language = "language", Today = "today";

    /// <summary>The option or service that a loop is at; only in texts of its section.</summary>
    public const string Turn = "turn";

    public static IReadOnlyList<string> All { get; } = [Service, Channel, Language, Today];
}
