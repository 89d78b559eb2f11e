namespace Cadran.Web.Platform;

/// <summary>The mail server that letters go through. From configuration section <c>Cadran:Mail</c>.</summary>
public sealed class MailSettings
{
    /// <summary>Empty: no letters are sent, and pages say who can help instead.</summary>
    public string? Host { get; init; }
    public int Port { get; init; } = 587;

    /// <summary>How the connection is encrypted.</summary>
    public MailEncryption Tls { get; init; } = MailEncryption.StartTls;

    /// <summary>Address that letters come from.</summary>
    public string? From { get; init; }
    public string FromName { get; init; } = "Cadran";

    /// <summary>Empty where the server asks for none.</summary>
    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>Messages of a wave that are handed over at once.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>Messages of waves to one mail domain in a minute; 0 sets no limit.</summary>
    public int PerDomain { get; init; } = 300;
}
