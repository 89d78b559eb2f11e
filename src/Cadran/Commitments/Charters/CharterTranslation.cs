namespace Cadran.Commitments;

/// <summary>How far a charter is written in a language, and how hard that is to read.</summary>
/// <param name="Written">Texts that are written in it.</param>
/// <param name="Of">Texts that are written in some language.</param>
/// <param name="Ease">About 0 (hard) to 100 (easy), by <see cref="Readability"/>; null where nothing is written.</param>
public sealed record CharterTranslation(string Language, int Written, int Of, double? Ease)
{
    public bool IsComplete => Written == Of;
    public bool IsHard => Ease < Readability.HardBelow;
}
