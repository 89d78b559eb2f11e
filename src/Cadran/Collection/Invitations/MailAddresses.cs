namespace Cadran.Collection;

/// <summary>Whole addresses that messages carry: whoever sends knows under which the program is reached.</summary>
/// <param name="Open">Of wave and language.</param>
/// <param name="Personal">Of wave, language and personal token.</param>
/// <param name="Stop">Of language and token.</param>
public sealed record MailAddresses(Func<string, string, string> Open, Func<string, string, string, string> Personal,
    Func<string, string, string> Stop);
