using System.Runtime.CompilerServices;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>
/// A driver is the mean of the items that were answered, and is published beside these items. Where only a few people answered
/// some of them and not all, the driver less the mean of its items is the answers of those few: the item that the fewest
/// answered is withheld then.
/// </summary>
internal static class DriverParts
{
    /// <param name="hidden">Per item of the data, why it is withheld; what must be withheld beside is added.</param>
    public static void Protect(AnalysisData data, CountedPeople counted, Suppression?[] hidden, DisclosurePolicy policy)
    {
        var driverAt = data.Overall is null ? 0 : 1;
        var othersAt = driverAt + data.Drivers.Count;
        foreach (var (j, parts) in data.Parts.Index())
        {
            if (parts.Length < 2 || hidden[driverAt + j] is not null || parts.Any(p => hidden[othersAt + p] is not null)) continue;
            var (some, answered) = Count(data.Drivers[j], [.. parts.Select(p => data.Others[p])], counted);
            if (!policy.Isolates(some, 0)) continue;
            hidden[othersAt + parts[Array.IndexOf(answered, answered.Min())]] = DisclosurePolicy.Beside;
        }
    }

    /// <summary>People with a mean who did not answer all of its items, and how many answered each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Some, int[] Answered) Count(AnalysisItem driver, AnalysisItem[] items, CountedPeople counted)
    {
        var means = driver.Answers.Span;
        var lacking = new bool[means.Length];
        var answered = new int[items.Length];
        for (var k = 0; k < items.Length; k++)
        {
            var answers = items[k].Answers.Span;
            for (var row = 0; row < answers.Length; row++)
                if (answers[row] >= 0) answered[k]++;
                else lacking[row] = true;
        }
        var some = 0;
        for (var row = 0; row < means.Length; row++)
            if (lacking[row] && means[row] >= 0 && counted.Has(row)) some++;
        return (some, answered);
    }
}
