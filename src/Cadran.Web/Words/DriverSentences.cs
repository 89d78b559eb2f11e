using Cadran.Insight;
using Cadran.Statistics.Drivers;
using Cadran.Web.Platform;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>What the drivers of a wave say, in sentences.</summary>
public static class DriverSentences
{
    /// <param name="Strong">What comes first and must not be overlooked; null when nothing must.</param>
    public sealed record Sentence(string Text, string? Strong = null);

    /// <param name="T">Words in the reader's language.</param>
    /// <param name="wave">A wave whose driver analysis is shown.</param>
    public static IEnumerable<Sentence> Drivers(this IStringLocalizer T, WaveAnalysis wave)
    {
        DriverResult result = wave.Result.Drivers;
        if (wave.Scores.IsOpen)
            yield return new(T["What comes first may change until it closes."], T["Provisional: the wave is still open."]);
        string explained = T["The drivers explain {0}% of the differences in overall satisfaction.",
            NumberText.WholePercent(result.RSquared ?? 0)];
        yield return new(result.AdjustedRSquared is { } adjusted
            ? $"{explained} {T["Adjusted for what chance explains, {0}%.", NumberText.WholePercent(Math.Max(0, adjusted))]}" : explained);
        if (T.LeftOut(wave) is { } leftOut) yield return new(leftOut);
        if (result.FewUnits)
            yield return new(
                T[
                    "It takes {0} degrees of freedom (clusters or people, less strata) to say how sure an importance is. "
                        + "Any order is possible.",
                    Statistics.Drivers.DriverAnalysis.LeastDegreesOfFreedom],
                T["Too few clusters to put drivers in order."]);
        DriverRow first = wave.ByImportance.First();
        if (!result.FewUnits || wave.Drivers.Count == 1)
            yield return T.DriverOrder(wave.Drivers.Count, wave.Separable, Name(first), first.Importance?.RankHigh);
        if (wave.Drivers.Where(d => d.Importance?.WrongSign == true).Select(Name).ToArray() is { Length: > 0 } against)
            yield return new(
                T["People who rate it higher are less satisfied, by itself or beside the other drivers. "
                    + "Look for a reversed scale or another cause; it is no advice."],
                T["Goes against satisfaction: {0}.", string.Join(", ", against)]);
        if (wave.FailsAloneMost is { } alone)
            yield return new(T["When exactly one driver fails, it is most often {0}: for {1}% of those people.",
                Name(alone.Driver), NumberText.WholePercent(alone.Share)]);
        if (wave.Drivers.Count == 1) yield break;
        if (wave.Result.Lines?.AllHigh == true)
            yield return new(T[
                "Every driver scores {0} or more: none has to be improved first.", NumberText.Of(Tables.DriverTables.HighScore, "F0")]);
        else yield return T.ImportantAndLow(wave.Drivers.Where(d => d.Priority?.Quadrant == Quadrant.ImproveFirst)
            .Select(d => (Name(d), d.Priority!.Firm)));
    }

    // Said when they are as many as may be told from nobody.
    private static string? LeftOut(this IStringLocalizer T, WaveAnalysis wave)
    {
        if (wave.Result.Drivers is not { N: { } people, Rated: { } rated } result) return null;
        if (rated - people < DisclosurePolicy.MinimumPeople) return null;
        string said = T[
            "This is of {0} of the {1} people who rated overall satisfaction; "
                + "the others left out a driver, or it does not apply to them.",
            NumberText.Count(people), NumberText.Count(rated)];
        return result.Costs.Where(c => c.People is > 0).MaxBy(c => c.People) is { } most
            && wave.Drivers.FirstOrDefault(d => d.Code == most.Code) is { } driver
            ? $"{said} {T["{0} costs most: {1} people would be in without it.", Name(driver), NumberText.Count(most.People)]}" : said;
    }

    /// <param name="T">Words in the reader's language.</param>
    /// <param name="drivers">How many there are.</param>
    /// <param name="separable">Whether the data can put them in order.</param>
    /// <param name="first">The most important.</param>
    /// <param name="worst">The lowest rank it could have.</param>
    internal static Sentence DriverOrder(this IStringLocalizer T, int drivers, bool? separable, string first, int? worst)
    {
        if (drivers == 1) return new(T["With one driver there is nothing to put in order."]);
        if (separable != true)
            return new(T["People who are content with one are content with the others. " +
                "Where the possible ranks overlap, take the drivers as equal."], T["These answers cannot put all drivers in order."]);
        string order = worst == 1
            ? T["The most important is {0}.", first]
            : T["{0} comes first, but could stand as low as rank {1}.", first, worst ?? drivers];
        return new($"{T["These answers can tell the drivers apart."]} {order}");
    }

    internal static Sentence ImportantAndLow(this IStringLocalizer T, IEnumerable<(string Name, bool Firm)> drivers)
    {
        string urgent = string.Join(", ", drivers.Select(d => d.Firm ? d.Name : $"{d.Name} {T["(not firm)"]}"));
        return new(urgent.Length == 0 ? T["No driver is both important and low."] : T["Important and low: {0}.", urgent]);
    }

    private static string Name(DriverRow driver) => driver.Name.In(Localization.Language);
}
