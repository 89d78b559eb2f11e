using System.Globalization;

namespace Cadran.Insight;

/// <summary>What is known of a wave's responses without reading them.</summary>
/// <param name="Responses">How many count: what was set aside is as if it had not come.</param>
/// <param name="Changes">
/// Responses that ever came, were taken out, set aside or put back, and choices of weights: it never stays the same when something
/// changes.
/// </param>
internal sealed record WaveStamp(Guid WaveId, bool Closed, long Responses, long Changes)
{
    // What is shown of an open wave leaves answers out, so that it is never taken for the result of the same wave when it has closed.
    private const string WhileOpen = "open ";

    public string Text => (Closed ? "" : WhileOpen) + Changes.ToString(CultureInfo.InvariantCulture);

    /// <summary>How much came or went since the stamp with this text.</summary>
    public long ChangesSince(string text) => Changes - Number(text);

    /// <summary>Whether a stamp with this text was taken of a closed wave.</summary>
    public static bool IsOfClosed(string text) => !text.StartsWith(WhileOpen, StringComparison.Ordinal);

    private static long Number(string text) =>
        long.TryParse(text.Replace(WhileOpen, "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
