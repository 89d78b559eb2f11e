using System.Runtime.CompilerServices;

namespace Cadran.Insight;

/// <summary>
/// The people who rated overall and all drivers, and who count: how many they are beside those who rated one thing, and whom drivers fail.
/// </summary>
internal sealed class CompleteCases
{
    private readonly AnalysisData data;
    private readonly CountedPeople counted;
    private readonly bool[] complete;

    public CompleteCases(AnalysisData data, CountedPeople counted)
    {
        (this.data, this.counted) = (data, counted);
        complete = counted.Answering(data.Overall!);
        foreach (var driver in data.Drivers) LeaveOut(driver, complete);
        Number = complete.Count(c => c);
    }

    public int Number { get; }

    /// <summary>People who rated a driver.</summary>
    public int Rating(int driver) => Rated(data.Drivers[driver]);

    /// <summary>People who rated overall satisfaction.</summary>
    public int RatingOverall => Rated(data.Overall!);

    /// <summary>Per driver, people who would be in if it were not asked for: they rated overall satisfaction and all others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int[] Costs()
    {
        var (missing, sum) = (new sbyte[complete.Length], new int[complete.Length]);
        for (var j = 0; j < data.Drivers.Count; j++)
        {
            var answers = data.Drivers[j].Answers.Span;
            for (var row = 0; row < answers.Length; row++)
            {
                if (answers[row] >= 0) continue;
                missing[row]++;
                sum[row] += j;
            }
        }
        var costs = new int[data.Drivers.Count];
        var overall = data.Overall!.Answers.Span;
        for (var row = 0; row < overall.Length; row++)
            if (overall[row] >= 0 && missing[row] == 1 && counted.Has(row)) costs[sum[row]]++;
        return costs;
    }

    /// <summary>People by number of failing drivers, and by the one that fails alone.</summary>
    /// <param name="passAt">Lowest rating of each driver that counts as a pass.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public FailingCases Failing(int[] passAt)
    {
        var failing = new sbyte[complete.Length];
        var sum = new int[complete.Length];
        for (var j = 0; j < data.Drivers.Count; j++)
        {
            var answers = data.Drivers[j].Answers.Span;
            var pass = data.Drivers[j].CodeOf(passAt[j]);
            for (var row = 0; row < answers.Length; row++)
            {
                if (answers[row] >= pass) continue;
                failing[row]++;
                sum[row] += j;
            }
        }
        var (byFailing, alone) = (new int[data.Drivers.Count + 1], new int[data.Drivers.Count]);
        var (first, differ) = (new sbyte[byFailing.Length], new bool[byFailing.Length]);
        var overall = data.Overall!.Answers.Span;
        for (var row = 0; row < complete.Length; row++)
        {
            if (!complete[row]) continue;
            var k = failing[row];
            if (byFailing[k]++ == 0) first[k] = overall[row];
            else differ[k] |= overall[row] != first[k];
            if (k == 1) alone[sum[row]]++;
        }
        return new([.. byFailing.Select((n, k) => new CellBase(n, n > 0 && !differ[k]))], [.. alone.Select(n => new CellBase(n))],
            Rated(data.Overall!) - Number);
    }

    private int Rated(AnalysisItem item)
    {
        var answers = item.Answers.Span;
        var people = 0;
        for (var row = 0; row < answers.Length; row++)
            if (answers[row] >= 0 && counted.Has(row)) people++;
        return people;
    }

    private static void LeaveOut(AnalysisItem item, bool[] complete)
    {
        var answers = item.Answers.Span;
        for (var row = 0; row < answers.Length; row++) complete[row] &= answers[row] >= 0;
    }
}
