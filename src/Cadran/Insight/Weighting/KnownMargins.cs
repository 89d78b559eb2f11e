using Cadran.Collection;
using Cadran.Statistics;
using Cadran.Statistics.Weighting;

namespace Cadran.Insight;

/// <summary>
/// Puts weights on answers so that they divide as the people served do. Margins are read as shares: only means and shares are published,
/// which no total changes. Whoever did not say keeps the share that those who did not say have in the answers.
/// </summary>
/// <remarks>Method, formulas and limits: docs/methods/weighting.md.</remarks>
internal static class KnownMargins
{
    /// <summary>The same people with weights that meet the margins; their estimates know that the margins are known.</summary>
    /// <exception cref="WeightingException">No weights meet them all, or a category has nobody.</exception>
    public static ResponseTable Apply(ResponseTable table, IReadOnlyList<WeightingMargin> margins)
    {
        var raked = Raking.Apply(table.Design, Read(table, table.Design, margins));
        var weights = new double[table.Rows];
        for (var row = 0; row < weights.Length; row++) weights[row] = raked.Weight(row);
        return table.Weighted(weights, (same, design) => Raking.Apply(design, Read(same, design, margins)));
    }

    private static Margin[] Read(ResponseTable table, Design design, IReadOnlyList<WeightingMargin> margins) =>
        [.. margins.Select(margin => Read(table, design, margin))];

    private static Margin Read(ResponseTable table, Design design, WeightingMargin margin)
    {
        var groups = WaveAnalyses.GroupsOf(table, margin.By)
            ?? throw new WeightingException(WeightingFailure.MissingCategory, $"The wave does not know {margin.By}.");
        double all = 0, unsaid = 0;
        var codes = groups.Codes;
        var used = new bool[groups.Levels];
        for (var row = 0; row < table.Rows; row++)
        {
            all += design.Weight(row);
            if (codes[row] < 0) unsaid += design.Weight(row);
            else used[codes[row]] = true;
        }
        var population = margin.Totals.ToDictionary(t => t.Category, t => t.Population, StringComparer.Ordinal);
        // An option that nobody chose is in the questionnaire and not in the answers: it is no category of theirs.
        double known = groups.Labels.Where((label, level) => used[level]).Sum(label => population.GetValueOrDefault(label));
        int[] place = new int[groups.Levels];
        var labels = new List<string>();
        var targets = new List<double>();
        foreach (var (level, label) in groups.Labels.Index())
        {
            place[level] = labels.Count;
            if (!used[level]) continue;
            labels.Add(label);
            targets.Add(population.GetValueOrDefault(label) / known * (all - unsaid));
        }
        var own = new int[table.Rows];
        for (var row = 0; row < own.Length; row++) own[row] = codes[row] < 0 ? labels.Count : place[codes[row]];
        // A label that no category has.
        if (own.Contains(labels.Count)) { labels.Add(""); targets.Add(unsaid); }
        return new(Factor.FromCodes(own, [.. labels]), targets, margin.By);
    }
}
