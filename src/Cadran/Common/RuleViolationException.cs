namespace Cadran;

/// <summary>A broken business rule. The web shows the message with status 409, or beside the field when one is named.</summary>
/// <param name="code">Stable machine name, such as <c>wave.already-closed</c>.</param>
/// <param name="message">English text; it is also the key of its translations. Placeholders {0}, {1} take <paramref name="args"/>.</param>
public sealed class RuleViolationException(string code, string message, string? field = null, params object[] args) : Exception(message)
{
    public string Code { get; } = code;
    public string? Field { get; } = field;
    public IReadOnlyList<object> Args { get; } = args;
}
