namespace Cadran.Collection;

/// <summary>That somebody had uncertain messages sent again.</summary>
public sealed record MailResend(string By, DateTime AtUtc, int Messages);
