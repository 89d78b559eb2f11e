using System.Text;

namespace Cadran.Collection;

/// <summary>What is known under a key.</summary>
/// <param name="AnswersJson">The draft, or null when there is none.</param>
/// <param name="Sent">Answers with this key have been counted.</param>
public sealed record DraftState(string? AnswersJson, bool Sent)
{
    /// <summary>Opens what was stored; one that another key has closed is no draft of this one.</summary>
    internal static DraftState Open(string? stored, bool sent, SubmissionKey key)
    {
        byte[]? opened = stored is null || !Convert.TryFromBase64String(stored, new byte[stored.Length], out _) ? null
            : AnswerSeal.Open(key.DraftKey(), Convert.FromBase64String(stored));
        return new(opened is null ? null : Encoding.UTF8.GetString(opened), sent);
    }
}
