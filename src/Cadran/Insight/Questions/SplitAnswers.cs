using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>
/// Which answers of a question by groups are withheld. The table of one choice by another is that of the other by the one: a group that is
/// too small to be told about is too small as an answer, in every column.
/// </summary>
internal static class SplitAnswers
{
    /// <param name="counted">The question or one of its options by group, over the people who count.</param>
    /// <param name="groups">Why the question is withheld in each group; last, for those in none.</param>
    /// <returns>Per group and answer.</returns>
    public static Suppression?[][] Hidden(QuestionColumn column, Func<int, ItemTabulation> counted, int levels, Suppression?[] groups,
        QuestionResult? published)
    {
        var codes = QuestionFigures.Codes(column);
        var ofEverybody = codes.Select(code => published?.Find(code)?.Share.Suppressed).ToArray();
        if (!column.IsChoice && column.Options.Count == 0)
            return [.. Enumerable.Range(0, levels).Select(_ => new Suppression?[codes.Count])];
        int[][] people = [.. codes.Select((_, at) => Enumerable.Range(0, levels)
            .Select(g => QuestionFigures.Count(column, option => counted(option).Group(g), at)).ToArray())];
        int[] answered = [.. Enumerable.Range(0, levels).Select(g => counted(-1).Group(g).Respondents)];
        var rows = column.IsChoice ? DisclosurePolicy.Published.Cells([.. people.Select(Row)], ofEverybody)
            : [.. people.Select((row, at) => ofEverybody[at] ?? Ticked(row, answered))];
        return [.. Enumerable.Range(0, levels).Select(g => codes.Select((_, at) => rows[at]).ToArray())
            .Select((hidden, g) => column.IsChoice ? hidden : Alike(hidden, people, answered, groups, g))];
    }

    private static CellBase Row(int[] people) => new(people.Sum(), people.Sum() > 0 && people.Max() == people.Sum());

    private static Suppression? Ticked(int[] ticked, int[] answered)
    {
        int[] others = [.. answered.Zip(ticked, (all, some) => all - some)];
        return DisclosurePolicy.Published.Cells([Row(ticked), Row(others)])[0];
    }

    // A small group in which everybody ticked an option tells what each of them did: it is withheld with a second group.
    private static Suppression?[] Alike(Suppression?[] hidden, int[][] people, int[] answered, Suppression?[] groups, int group)
    {
        for (var at = 0; at < hidden.Length; at++)
            hidden[at] ??= DisclosurePolicy.Published.Cells(
                [.. answered.Select((all, g) => new CellBase(all, all > 0 && people[at][g] == all))],
                groups.AsSpan(0, answered.Length))[group];
        return hidden;
    }
}
