using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>
/// What stands in files of answers where there is none: numbers far from any scale, so that statistics programs can be told to leave them
/// out as a range. An answer that was simply left out is an empty cell.
/// </summary>
/// <param name="Means">English, the key of its translations.</param>
public sealed record NoAnswerNumber(NoValue Kind, int Number, string Means)
{
    public const int Lowest = -99, Highest = -96;

    public static IReadOnlyList<NoAnswerNumber> All { get; } =
    [
        Of(NoValueCode.Refused, Lowest),
        Of(NoValueCode.DontKnow, -98),
        Of(NoValueCode.NotApplicable, -97),
        Of(NoValueCode.NotAsked, Highest),
    ];

    private static NoAnswerNumber Of(NoValueCode code, int number) => new(code.Kind, number, code.Means);
}
