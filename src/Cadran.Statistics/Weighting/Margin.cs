using System.Globalization;

namespace Cadran.Statistics.Weighting;

/// <summary>A variable of the sample and the population in each of its categories.</summary>
/// <param name="Variable">Category of each row; no row may be without one.</param>
/// <param name="Targets">People of the population per level, in the order of <see cref="Factor.Labels"/>; zero or more. <see cref="Of"/>
/// takes them by label, which cannot be mixed up.</param>
/// <param name="Name">For messages: age, channel.</param>
public sealed record Margin(Factor Variable, IReadOnlyList<double> Targets, string Name = "margin")
{
    /// <summary>Targets by label, in any order; every label of the sample needs one.</summary>
    /// <param name="variable">Category of each row.</param>
    /// <param name="targets">People of the population by label; shares that sum to 1 give the same means and useless totals.</param>
    /// <param name="name">For messages: age, channel.</param>
    /// <exception cref="WeightingException">A category with a population and nobody in the sample, one of the sample without a population,
    /// a population that is negative, infinite or NaN.</exception>
    public static Margin Of(Factor variable, IReadOnlyDictionary<string, double> targets, string name = "margin")
    {
        foreach (var label in targets.Keys)
            if (!(targets[label] >= 0) || double.IsInfinity(targets[label]))
                throw new WeightingException(WeightingFailure.InvalidTarget,
                    string.Create(CultureInfo.InvariantCulture, $"{name}: category {label} has target {targets[label]}."));
            else if (!variable.Labels.Contains(label) && targets[label] > 0)
                throw new WeightingException(WeightingFailure.EmptyCategory,
                    $"{name}: category {label} has a population and nobody in the sample: merge it with another category.");
        foreach (var label in variable.Labels)
            if (!targets.ContainsKey(label))
                throw new WeightingException(WeightingFailure.MissingTarget,
                    $"{name}: category {label} of the sample has no population: give its target, or merge it with another category.");
        return new(variable, [.. variable.Labels.Select(l => targets[l])], name);
    }

    /// <summary>Sum of the targets.</summary>
    public double Total => Targets.Sum();

    internal void Check(Design design)
    {
        if (Variable.Rows != design.Rows) throw new ArgumentException($"Margin {Name} has {Variable.Rows} rows, the design {design.Rows}.");
        if (Targets.Count != Variable.Levels)
            throw new ArgumentException(
                $"Margin {Name} has {Targets.Count} targets for {Variable.Levels} categories: {string.Join(", ", Variable.Labels)}.");
        var row = Variable.Codes.IndexOf(-1);
        if (row >= 0) throw new WeightingException(WeightingFailure.MissingCategory, $"{Name}: row {row} has no category.");
        var sample = new double[Variable.Levels];
        for (var i = 0; i < design.Rows; i++) sample[Variable.Codes[i]] += design.Weight(i);
        Magnitude.Check([.. Targets.Where(double.IsFinite)], Name);
        for (var c = 0; c < sample.Length; c++)
        {
            if (!(Targets[c] >= 0) || double.IsInfinity(Targets[c]))
                throw new WeightingException(WeightingFailure.InvalidTarget,
                    string.Create(CultureInfo.InvariantCulture, $"{Name}: category {Variable.Labels[c]} has target {Targets[c]}."));
            if (Targets[c] > 0 && !(sample[c] > 0))
                throw new WeightingException(
                    WeightingFailure.EmptyCategory,
                    $"{Name}: category {Variable.Labels[c]} has a population and nobody of positive weight in the sample: "
                    + "merge it with another category.");
        }
    }
}
