using Cadran.Statistics.Fieldwork;

namespace Cadran.Collection;

/// <summary>What a design comes to in a frame: how many are invited in each stratum, and how precise it will be.</summary>
/// <param name="Needed">Answers that the aim asks for; null where a number was given.</param>
/// <param name="Clusters">Clusters to draw in two stages, of how many; null otherwise.</param>
/// <param name="Margin">Margin of a share of half, in points, when as many answer as expected; null where it cannot be said.</param>
/// <param name="Change">Smallest change that two such waves find with a power of 80 %, in points; null where it cannot be said.</param>
public sealed record SamplePlan(IReadOnlyList<SampleStratum> Strata, double? Needed, (int Take, int Of)? Clusters, double? Margin,
    double? Change)
{
    private const double Power = 0.8;

    public int Invite => Strata.Sum(s => s.Invite);
    public int Eligible => Strata.Sum(s => s.Eligible);

    /// <param name="population">People of each stratum, in the order of their names.</param>
    /// <param name="eligible">Of these who can be asked.</param>
    /// <param name="clusters">Eligible people of each cluster.</param>
    public static SamplePlan Of(SampleDesign design, IReadOnlyList<(string Name, int People)> population, IReadOnlyList<int> eligible,
        IReadOnlyList<int> clusters)
    {
        Check(design);
        int able = eligible.Sum();
        if (able == 0) throw new RuleViolationException("sample.nobody", "Nobody of this frame can be asked.");
        double? needed = AnswersFor(design, able);
        int size = needed is { } answers
            ? (int)Math.Min(int.MaxValue, Math.Ceiling(Math.Min(answers, 1e9) / design.ResponseRate - 1e-9)) : design.Invite;
        if (design.Method == SampleMethod.Census) size = able;
        if (size > able)
            throw new RuleViolationException("sample.too-large",
                "This takes {0} people and only {1} can be asked: ask for less precision, expect more answers, or take everybody.", null,
                size, able);
        (int Take, int Of)? drawn = null;
        IReadOnlyList<int> invite;
        if (design.Method == SampleMethod.TwoStage)
        {
            if (clusters.Count < 2)
                throw new RuleViolationException("sample.no-clusters", "Two stages need clusters: say which column of the list they are.");
            drawn = (Math.Min(clusters.Count, Math.Max(2, (int)Math.Ceiling((double)size / Expected(clusters, design.Each)))),
                clusters.Count);
            // Who comes of which stratum is chance: the table says what to expect.
            double share = (double)drawn.Value.Take / drawn.Value.Of * clusters.Sum(n => (double)Math.Min(n, design.Each)) / able;
            invite = [.. eligible.Select(n => (int)Math.Round(n * share, MidpointRounding.AwayFromZero))];
        }
        else invite = Allocate(design, population, eligible, size);
        return Judged(design, population, eligible, invite) with { Needed = needed, Clusters = drawn };
    }

    private static double Expected(IReadOnlyList<int> clusters, int each) => clusters.Average(n => (double)Math.Min(n, each));

    private static IReadOnlyList<int> Allocate(SampleDesign design, IReadOnlyList<(string Name, int People)> population,
        IReadOnlyList<int> eligible, int size)
    {
        if (design.Method == SampleMethod.Census) return eligible;
        int least = eligible.Sum(n => Math.Min(n, design.Minimum));
        bool stratified = design.Method is SampleMethod.Proportional or SampleMethod.Neyman;
        if (stratified && least > size)
            throw new RuleViolationException("sample.minimum", "The minimum of each stratum alone takes {0} people, more than the {1} of "
                + "the sample: lower it, or draw more.", "Minimum", least, size);
        return design.Method switch
        {
            SampleMethod.Proportional => SampleAllocation.Proportional(eligible, size, design.Minimum),
            SampleMethod.Neyman => SampleAllocation.Neyman(eligible,
                [.. population.Select(s => design.Spread.GetValueOrDefault(s.Name, 1))], size, design.Minimum),
            // Without strata chance shares them out: the table says what to expect.
            _ => SampleAllocation.Proportional(eligible, size),
        };
    }

    private static double? AnswersFor(SampleDesign design, int population) => design.Aim switch
    {
        SampleAim.Margin => SampleSize.ForShare(design.Points / 100, population: population, designEffect: design.DesignEffect),
        SampleAim.Change => SampleSize.ForChangeOfShare(design.Points / 100, population: population, power: Power,
            designEffect: design.DesignEffect),
        _ => null,
    };

    private static SamplePlan Judged(SampleDesign design, IReadOnlyList<(string Name, int People)> population,
        IReadOnlyList<int> eligible, IReadOnlyList<int> invite)
    {
        double[] answers = [.. invite.Select(n => n * design.ResponseRate)];
        double all = answers.Sum();
        int able = eligible.Sum();
        double simple = all > 1 ? SampleSize.MarginOfShare(all, population: able, designEffect: design.DesignEffect) : double.NaN;
        // Strata make a sample more precise than a simple one of the same size, where all of them answer twice.
        int[] held = [.. Enumerable.Range(0, eligible.Count).Where(h => eligible[h] > 0)];
        double margin = design.Method is SampleMethod.Proportional or SampleMethod.Neyman
            ? SampleAllocation.MarginOfShare([.. held.Select(h => eligible[h])], [.. held.Select(h => answers[h])])
                * Math.Sqrt(design.DesignEffect)
            : simple;
        double change = all > 1
            ? SampleSize.DetectableChangeOfShare(all, population: able, power: Power, designEffect: design.DesignEffect) : double.NaN;
        SampleStratum[] strata =
        [
            .. population.Select((s, h) => new SampleStratum(s.Name, s.People, eligible[h], invite[h], answers[h],
                answers[h] > 1
                    ? 100 * SampleSize.MarginOfShare(answers[h], population: eligible[h], designEffect: design.DesignEffect) : null,
                invite[h] == 0 ? 0 : (double)eligible[h] / invite[h])),
        ];
        return new(strata, null, null, Points(margin), Points(change));
    }

    private static double? Points(double share) => double.IsNaN(share) ? null : 100 * share;

    private static void Check(SampleDesign design)
    {
        if (!(design.ResponseRate > 0 && design.ResponseRate <= 1))
            throw new RuleViolationException("sample.response", "Enter a response rate above 0 and up to 100 %.", "Response");
        if (design.Aim == SampleAim.Number && design.Method != SampleMethod.Census && design.Invite < 1)
            throw new RuleViolationException("sample.number", "Enter how many people to invite.", "Invite");
        if (design.Aim != SampleAim.Number && !(design.Points > 0 && design.Points < 100))
            throw new RuleViolationException("sample.points", "Enter points above 0 and below 100, such as 5.", "Points");
        if (!(design.DesignEffect >= 0.1 && design.DesignEffect <= 20))
            throw new RuleViolationException("sample.effect", "Enter a design effect from 0.1 to 20; 1 for a simple sample.",
                "DesignEffect");
        if (design.Minimum < 0) throw new RuleViolationException("sample.minimum-negative", "A minimum is 0 or more.", "Minimum");
        if (design.Method == SampleMethod.TwoStage && design.Each < 1)
            throw new RuleViolationException("sample.each", "Enter how many people to draw in each cluster.", "Each");
        if (design.Method == SampleMethod.Neyman && (design.Spread.Values.Any(sd => !(sd >= 0) || double.IsInfinity(sd))
            || design.Spread.Count > 0 && design.Spread.Values.All(sd => sd == 0)))
            throw new RuleViolationException("sample.spread", "A standard deviation is a number of 0 or more, and one is above 0.");
    }
}
