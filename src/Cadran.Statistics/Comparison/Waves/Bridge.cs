using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Comparison;

/// <summary>
/// What a new mode, questionnaire or provider does to a score by itself, from a wave in which both methods ran side by side.
/// </summary>
/// <param name="Difference">New method minus old, same wave, with its error.</param>
/// <param name="Test">Is there a difference at all? t of the difference.</param>
/// <remarks>The first choice at a break in a series; without a parallel run mark the break and draw no line across it. People must have
/// been given a method at random, or weighted to be alike.</remarks>
public sealed record Bridge(Estimate Difference, Significance Test)
{
    /// <summary>Both methods in one sample (halves of it, or modes within the same offices): clusters in both are accounted for.</summary>
    /// <param name="oldMethod">Those asked by the old method, a group of a tabulated item.</param>
    /// <param name="newMethod">Those asked by the new one, another group of it.</param>
    /// <param name="scoreOfValue">Score of each value of the scale; 0–100 scores when null.</param>
    public static Bridge Within(Domain oldMethod, Domain newMethod, double[]? scoreOfValue = null) =>
        Of(Change.Within(oldMethod, newMethod, scoreOfValue).Difference);

    /// <summary>Two samples drawn independently in the same wave.</summary>
    /// <param name="oldMethod">Estimate by the old method.</param>
    /// <param name="newMethod">The same by the new one.</param>
    public static Bridge Independent(Estimate oldMethod, Estimate newMethod) => Of(Change.DifferenceOf(oldMethod, newMethod));

    /// <summary>
    /// An earlier estimate by the old method put on the level of the new: the bridge is added, and so is its variance.
    /// Suppressed when either is.
    /// </summary>
    /// <param name="earlier">By the old method, in the unit of the bridge.</param>
    /// <remarks>All adjusted waves carry the same bridge: compare two of them without it, as they were; compare an
    /// adjusted wave with a new one as this gives it. Degrees of freedom by Satterthwaite. The earlier wave and the parallel
    /// wave are taken as independent.</remarks>
    public Estimate Adjust(Estimate earlier)
    {
        var sum = Change.DifferenceOf(Difference.Rescale(-1), earlier);
        return sum with { Respondents = earlier.Respondents };
    }

    private static Bridge Of(Estimate difference) => new(difference, Significance.Student(difference));
}
