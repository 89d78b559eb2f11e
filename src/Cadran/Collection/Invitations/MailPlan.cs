namespace Cadran.Collection;

/// <summary>What all messages of a plan have in common, as it was read a moment ago.</summary>
/// <param name="Seal">Opens contacts; null once they are gone.</param>
internal sealed record MailPlan(Wave Wave, InvitationTerms Terms, IReadOnlyList<MailText> Texts, LocalText Service, LocalText Organisation,
    FrameSeal? Seal, DateTime ReadAtUtc) : IDisposable
{
    /// <summary>The language of somebody, as a list of clients writes it; the first of the plan where it is none of the plan's.</summary>
    public string LanguageOf(string written)
    {
        string two = written.Trim().ToLowerInvariant() is { Length: >= 2 } long2 ? long2[..2] : "";
        return Texts.FirstOrDefault(t => t.Language == two)?.Language ?? Texts[0].Language;
    }

    public void Dispose() => Seal?.Dispose();
}
