using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>What one person said to one question.</summary>
public abstract record Answer
{
    private Answer() { }

    /// <param name="Value">1 worst to 5 best.</param>
    public sealed record Rating(int Value) : Answer;

    public sealed record Choice(string Code) : Answer;

    public sealed record Choices(IReadOnlyList<string> Codes) : Answer;

    /// <param name="Text">As it may be stored: personal data already masked.</param>
    /// <param name="Masked">How many of each kind were masked, such as phone: 1. Null when none.</param>
    public sealed record Comment(string Text, IReadOnlyDictionary<string, int>? Masked = null) : Answer;

    /// <summary>No value, and which of the kinds. <see cref="NoValue.Missing"/> is never stored: the answer is absent.</summary>
    public sealed record None(NoValue Kind) : Answer;
}
