using Cadran.Collection;
using Cadran.People;
using Cadran.Statistics.Weighting;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Insight;

/// <summary>Makes versions of the weights of a wave, says what they do, and which of them its results use.</summary>
public sealed class WaveWeightings
{
    private readonly CadranDb db;
    private readonly CountedTables tables;

    internal WaveWeightings(CadranDb db, CountedTables tables) => (this.db, this.tables) = (db, tables);

    /// <summary>What the answers of a wave can be weighted by, in the order of precedence of its groups.</summary>
    public async Task<IReadOnlyList<WeightingDivision>> DivisionsAsync(Guid wave, CancellationToken ct)
    {
        var table = await tables.AsTheyCameAsync(wave, ct);
        return [.. new[] { Splits.Channel, Splits.Language }.Concat(Splits.Choices(table.Content).Where(table.Has))
            .Select(by => new WeightingDivision(by, [.. WaveGroupings.People(table, by).Where(c => c.People != 0)]))
            .Where(d => d.Categories.Count > 1)];
    }

    /// <summary>All versions of a wave, oldest first.</summary>
    public async Task<IReadOnlyList<Weighting>> OfAsync(Guid wave, CancellationToken ct) =>
        await db.Weightings.AsNoTracking().Where(w => w.WaveId == wave).OrderBy(w => w.Number).ToListAsync(ct);

    /// <summary>Every choice of a wave, the one that stands last.</summary>
    public async Task<IReadOnlyList<WeightingChoice>> ChoicesAsync(Guid wave, CancellationToken ct) =>
        await db.WeightingChoices.AsNoTracking().Where(c => c.WaveId == wave).OrderBy(c => c.Number).ToListAsync(ct);

    /// <summary>Whether these weights can be put on the answers there are now: some may have gone since they were made.</summary>
    public async Task<bool> CanBeMetAsync(Weighting weighting, CancellationToken ct)
    {
        try
        {
            KnownMargins.Apply(await tables.AsTheyCameAsync(weighting.WaveId, ct), weighting.Margins);
            return true;
        }
        catch (WeightingException) { return false; }
    }

    /// <summary>Weights the answers for trial and keeps what came of it as the next version, which nothing uses yet.</summary>
    /// <param name="margins">Totals that are not finite or not above zero are refused, as are categories without one.</param>
    /// <exception cref="RuleViolationException">Says which margin cannot be met, and why.</exception>
    public async Task<Weighting> MakeAsync(Wave wave, IReadOnlyList<WeightingMargin> margins, string? source, Actor by, Moment now,
        CancellationToken ct)
    {
        Weighting.RequireClosed(wave, now.Today);
        if (margins.Count == 0)
            throw new RuleViolationException("weighting.no-margin", "Fill in the people served of one division at least.");
        var divisions = (await DivisionsAsync(wave.Id, ct)).ToDictionary(d => d.By, StringComparer.Ordinal);
        foreach (var margin in margins) Check(margin, divisions.GetValueOrDefault(margin.By));
        var report = Report(await tables.AsTheyCameAsync(wave.Id, ct), margins);
        int last = await db.Weightings.Where(w => w.WaveId == wave.Id).MaxAsync(w => (int?)w.Number, ct) ?? 0;
        var made = Weighting.Make(wave, last + 1, margins, report, source, by, now);
        db.Weightings.Add(made);
        return made;
    }

    private static void Check(WeightingMargin margin, WeightingDivision? division)
    {
        if (division is null)
            throw new RuleViolationException("weighting.unknown", "The answers of this wave do not divide like that.");
        if (!division.CanBeUsed)
            throw new RuleViolationException("weighting.few",
                "Too few people answered in one category: at least {0} are needed in each.", null, DisclosurePolicy.MinimumPeople);
        foreach (var category in division.Categories)
            if (margin.Totals.FirstOrDefault(t => t.Category == category.Value) is not { Population: > 0 and < double.PositiveInfinity })
                throw new RuleViolationException("weighting.incomplete",
                    "Give the people served of every category of a division, each a number above zero, or of none.");
    }

    private static WeightingReport Report(ResponseTable table, IReadOnlyList<WeightingMargin> margins)
    {
        try
        {
            var weighted = KnownMargins.Apply(table, margins);
            var report = WeightReport.Of(table.Design, weighted.Design);
            return new(table.Rows, report.KishBefore, report.KishAfter, report.EffectiveSample, report.SmallestFactor, report.LargestFactor,
                Score(table), Score(weighted));
        }
        catch (WeightingException)
        {
            throw new RuleViolationException("weighting.contradiction",
                "No weights meet all these numbers at once: some people would have to count less than nothing. "
                + "Leave a division out, or check the numbers.");
        }
    }

    private static WeightedScore? Score(ResponseTable table)
    {
        var scores = WaveTabulation.Of(table);
        return scores is { AsksOverall: true, Suppressed: null } ? WeightedScore.Of(scores.Result.Items[0].Score) : null;
    }
}
