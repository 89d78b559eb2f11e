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
        yield return new(T["The drivers explain {0}% of the differences in overall satisfaction.",
            NumberText.WholePercent(wave.Result.Drivers.RSquared ?? 0)]);
        DriverRow first = wave.ByImportance.First();
        yield return T.DriverOrder(wave.Drivers.Count, wave.Separable, Name(first), first.Importance?.RankHigh);
        if (wave.FailsAloneMost is { } alone)
            yield return new(T["When exactly one driver fails, it is most often {0}: for {1}% of those people.",
                Name(alone.Driver), NumberText.WholePercent(alone.Share)]);
        yield return T.ImportantAndLow(wave.Drivers.Where(d => d.Priority?.Quadrant == Quadrant.ImproveFirst)
            .Select(d => (Name(d), d.Priority!.Firm)));
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
