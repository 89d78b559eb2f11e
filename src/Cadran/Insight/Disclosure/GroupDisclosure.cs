using Cadran.Statistics;
using Cadran.Statistics.Disclosure;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>
/// Which groups of which groupings may be shown, for everything that is said of them. Each grouping protects its own small groups; then the
/// groupings are published one after the other in their fixed order, so that what is shown by age cannot undo what is hidden by
/// region, whoever looked at which page first.
/// </summary>
internal sealed class GroupDisclosure
{
    private readonly DisclosurePolicy policy;
    private readonly CountedPeople counted;
    private readonly IReadOnlyList<Factor> groupings;
    private readonly int[][] people;

    /// <summary>Per grouping and group, why the whole group is withheld; a place more for the people in no group.</summary>
    public Suppression?[][] Whole { get; }

    /// <summary>Per grouping, item and group.</summary>
    public Suppression?[][][] Items { get; }

    /// <param name="groupings">In order of precedence: an earlier one never gives way to a later.</param>
    /// <param name="tables">Items by each grouping, of the people counted.</param>
    /// <param name="shown">Groups of the last grouping as they were shown last.</param>
    public GroupDisclosure(DisclosurePolicy policy, CountedPeople counted, AnalysisItem[] items, IReadOnlyList<Factor> groupings,
        IReadOnlyList<Tabulation> tables, IReadOnlyList<GroupResult>? shown = null)
    {
        var last = groupings.Count - 1;
        int? Before(int grouping, int group, int item) => grouping < last || shown is null || group >= groupings[last].Levels ? null
            : shown.FirstOrDefault(s => s.Value == groupings[last].Labels[group]) is { Suppressed: null } before
                ? item < 0 ? before.N : before.Items.ElementAtOrDefault(item)?.N : null;
        CellBase Cell(CellBase cell, int grouping, int group, int item) => cell with { Shown = Before(grouping, group, item) };

        (this.policy, this.counted, this.groupings) = (policy, counted, groupings);
        people = [.. groupings.Select(counted.ByGroup)];
        Whole = [.. people.Select((n, j) => policy.Cells([.. n.Select((p, g) => Cell(new(p), j, g, -1))]))];
        Items = [.. groupings.Select((grouping, j) => items.Select((_, k) =>
            policy.Cells([.. CellBase.Of(tables[j][k], grouping.Levels).Select((c, g) => Cell(c, j, g, k))], Whole[j])).ToArray())];
        if (groupings.Count > 1 && policy.Minimum > 1) BesideOneAnother(items, tables);
    }

    /// <summary>People in each group who count.</summary>
    public int People(int grouping, int group) => people[grouping][group];

    private void BesideOneAnother(AnalysisItem[] items, IReadOnlyList<Tabulation> tables)
    {
        var classes = new GroupingClasses(groupings);
        var risks = Risks(classes, counted.Everybody(), [.. groupings.Select((g, j) => Shown(Whole[j], people[j], g.Levels))]);
        for (var j = 0; j < groupings.Count; j++)
            for (var g = 0; g < groupings[j].Levels; g++)
            {
                if (!risks[j][g]) continue;
                Whole[j][g] = DisclosurePolicy.Beside;
                foreach (var item in Items[j]) item[g] ??= DisclosurePolicy.Beside;
            }
        Parallel.For(0, items.Length, k =>
        {
            var found = Risks(classes, counted.Answering(items[k]), [.. groupings.Select((g, j) =>
                Shown(Items[j][k], [.. CellBase.Of(tables[j][k], g.Levels).Select(c => c.People)], g.Levels))]);
            for (var j = 0; j < groupings.Count; j++)
                for (var g = 0; g < groupings[j].Levels; g++)
                    if (found[j][g]) Items[j][k][g] = DisclosurePolicy.Beside;
        });
    }

    private static bool[] Shown(Suppression?[] hidden, int[] people, int groups) =>
        [.. Enumerable.Range(0, groups).Select(g => hidden[g] is null && people[g] > 0)];

    private bool[][] Risks(GroupingClasses classes, bool[] counts, IReadOnlyList<IReadOnlyList<bool>> shown) =>
        [.. CrossGroupings.Check(classes.Of(counts, policy.Minimum), shown, policy.Minimum)
            .Select(levels => levels.Select(risk => risk != DifferencingRisk.None).ToArray())];
}
