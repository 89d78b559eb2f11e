namespace Cadran.Improvement;

/// <summary>Where an entry of the register comes from: a thing that is kept here, or words that say where it is to be found.</summary>
/// <param name="Id">Number of the decision, the wave of a comment, the complaint, the idea, the standard; null for the others.</param>
/// <param name="Words">Such as "Audit of intake, report 2026-04, finding 3"; empty where the thing says it all.</param>
public sealed record EntrySource(SourceKind Kind, Guid? Id, string Words = "")
{
    public const int WordsMaxLength = 300;

    /// <summary>Sources that are things kept here, which a reader can open.</summary>
    public static bool IsKept(SourceKind kind) => kind <= SourceKind.Standard;
}
