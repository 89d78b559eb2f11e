namespace Cadran.Questionnaires;

/// <summary>
/// What is asked on one page: a section, or the part of it up to the first question that depends on an answer of the same page.
/// </summary>
/// <param name="Number">From 1, the same for everybody, whatever is hidden from them.</param>
/// <param name="Part">The section with the questions of this page only.</param>
/// <param name="Whole">The section that it is a part of.</param>
/// <param name="EndsSection">It is the last part of its section.</param>
public sealed record AskingStep(int Number, Section Part, Section Whole, bool EndsSection)
{
    /// <summary>Somebody may see it differently than somebody else: a rule, a random order or an answer in a text.</summary>
    public bool Varies { get; init; }
}
