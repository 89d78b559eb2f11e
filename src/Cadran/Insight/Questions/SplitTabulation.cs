using Cadran.Collection;
using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>Counts every closed question of a wave by groups of people, and withholds what the policy says.</summary>
internal static class SplitTabulation
{
    /// <param name="published">What is shown of everybody: a question that is withheld or stands as of another time is not divided.</param>
    /// <param name="before">The same groups as they were shown last; null when they never were.</param>
    public static WaveSplit Of(ResponseTable table, string by, WaveQuestions published, WaveSplit? before)
    {
        var groupings = WaveGroupings.UpTo(table, by);
        if (groupings.Count == 0 || published.Questions.Count == 0) return new(by, []);
        var own = Splits.Question(table.Content, by)?.Question.Code;
        QuestionColumn[] columns = [.. QuestionColumn.All(table).Where(c => c.Code != own && !c.IsMeasured)];
        var (people, last) = (new CountedPeople(table.Design), groupings[^1].Factor);
        var counts = new QuestionCounts(columns, table.Design, people, last);
        var hidden = Disclosure(table.Design, columns, groupings, people, Shown(before, columns));
        var j = groupings.Count - 1;
        for (var k = 0; k < columns.Length; k++)
            if (Undivided(published.Find(columns[k].Code), counts.All(k), counts.Counted(k), last.Levels) is { } why)
                Array.Fill(hidden.Items[j][k], why);
        SplitParts.Protect(table, columns, last, people, hidden.Items[j]);
        var answers = columns.Select((column, k) =>
            SplitAnswers.Hidden(column, o => counts.Counted(k, o), last.Levels, hidden.Items[j][k], published.Find(column.Code))).ToArray();
        return new(by, [.. Enumerable.Range(0, last.Levels).Where(g => last.Codes.Contains(g)).Select(g =>
            hidden.Whole[j][g] is { } whole ? new SplitGroup(last.Labels[g], null, whole, [])
            : new SplitGroup(last.Labels[g], Size(last, g), null, [.. columns.Select((column, k) =>
                hidden.Items[j][k][g] is { } why ? QuestionResult.Withheld(column.Code, why)
                : QuestionFigures.Of(column, o => counts.All(k, o).Group(g), answers[k][g], table.Design))]))]);
    }

    private static GroupDisclosure Disclosure(Design design, QuestionColumn[] columns, IReadOnlyList<Grouping> groupings,
        CountedPeople people, IReadOnlyList<GroupResult> shown)
    {
        AnalysisItem[] bases = [.. columns.Select(c => c.Base)];
        Factor[] factors = [.. groupings.Select(g => g.Factor)];
        return new(DisclosurePolicy.Published, people, bases, factors,
            [.. factors.Select(f => people.Of(Tabulation.Of(design, Analysis.Columns(bases), f), bases))], shown);
    }

    // Groups add up to everybody: where everybody is withheld or as of another time, they would tell.
    private static Suppression? Undivided(QuestionResult? published, ItemTabulation all, ItemTabulation counted, int groups)
    {
        if (published is null) return DisclosurePolicy.Beside;
        if (published.Suppressed is { } asEverybody) return asEverybody;
        return published.N != all.Overall.Respondents
            || Enumerable.Range(0, groups).Any(g => QuestionFigures.SaidNothingAlike(counted.Group(g))) ? DisclosurePolicy.Beside : null;
    }

    // As the policy reads groups that were shown before: how many people were behind what.
    private static List<GroupResult> Shown(WaveSplit? before, QuestionColumn[] columns)
    {
        var none = PublishedNumber.Withheld(DisclosurePolicy.Beside);
        return before is null ? [] : [.. before.Groups.Select(g => new GroupResult(before.By, g.Value, g.N, g.Suppressed,
            [.. columns.Select(c => new ItemResult(c.Code, g.Questions.FirstOrDefault(q => q.Code == c.Code)?.N, null, null,
                none, none, none, none, []))]))];
    }

    private static int Size(Factor factor, int group)
    {
        var size = 0;
        foreach (var code in factor.Codes)
            if (code == group) size++;
        return size;
    }
}
