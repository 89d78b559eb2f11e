namespace Cadran.Web.Platform;

/// <summary>How the connection to a mail server is encrypted.</summary>
public enum MailEncryption
{
    /// <summary>The server must offer it (usual port 587).</summary>
    StartTls,
    /// <summary>From the first byte (usual port 465).</summary>
    Implicit,
    /// <summary>Not at all: for a server on the same machine.</summary>
    None,
}
