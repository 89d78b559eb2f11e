using Cadran.People;

namespace Cadran.Standards;

/// <summary>What it commits to, from when, and what it aims at in a year.</summary>
public sealed partial class ServiceStandard
{
    public const int MostDrivers = 20;
    public const int DriverMaxLength = 60;

    /// <summary>Every version of its terms, oldest first; empty where only an inventory describes it.</summary>
    public List<StandardVersion> Versions { get; } = [];
    public List<YearTarget> Targets { get; } = [];

    /// <summary>Codes of the drivers of satisfaction that it touches: what somebody takes it for, and no part of the promise.</summary>
    public IReadOnlyList<string> Drivers { get; private set; } = [];

    /// <summary>Says which drivers it touches. False, and nothing changed, where it says so already.</summary>
    public bool Touch(IEnumerable<string> drivers)
    {
        List<string> codes = [.. drivers.Distinct().Order(StringComparer.Ordinal)];
        if (codes.Count > MostDrivers || codes.Exists(c => c.Length is 0 or > DriverMaxLength))
            throw new RuleViolationException("standard.drivers", "A standard touches at most {0} drivers.", null, MostDrivers);
        if (codes.SequenceEqual(Drivers)) return false;
        Drivers = codes;
        return true;
    }

    /// <summary>The last version; null without one.</summary>
    public StandardVersion? Latest => Versions.MaxBy(v => v.Number);

    /// <summary>The version that a case is judged by which begins on that day: the first one also judges what began before it.</summary>
    public StandardVersion? VersionOn(DateOnly day) =>
        Versions.Where(v => v.From <= day).MaxBy(v => v.Number) ?? Versions.MinBy(v => v.Number);

    /// <summary>Writes what the standard commits to. What it committed to before stays, and judges the cases that began then.</summary>
    /// <param name="from">First day of the new terms.</param>
    /// <param name="reason">Needed from the second version on.</param>
    public StandardVersion SetTerms(StandardTerms terms, DateOnly from, string? reason, Actor by, Moment now)
    {
        terms.Require();
        if (Latest is { } last)
        {
            if (terms == last.Terms)
                throw new RuleViolationException("standard.same-terms", "Nothing is different from version {0}.", null, last.Number);
            if (from <= last.From)
                throw new RuleViolationException("standard.version-day",
                    "A new version begins after the one before it, which began on {0}.", "From", last.From);
            if (string.IsNullOrWhiteSpace(reason))
                throw new RuleViolationException("standard.version-reason", "Say why the standard is changed: clients rely on it.",
                    "Reason");
        }
        reason = string.IsNullOrWhiteSpace(reason) ? null : TextLimits.Required(reason, Correction.ReasonMaxLength, "Reason");
        var made = StandardVersion.Set(Id, (Latest?.Number ?? 0) + 1, terms, from, reason, by, now);
        Versions.Add(made);
        return made;
    }

    /// <summary>What it aims at in a year, or why it has no target then. A target that was there becomes another with a reason.</summary>
    /// <returns>What is new; null where a year that was there was changed.</returns>
    public YearTarget? SetTarget(string year, StandardTarget? target, TargetAbsence? absence, string? reason, Actor by, Moment now)
    {
        year = FiscalYear.Require(year);
        if (target is null == absence is null)
            throw new RuleViolationException("standard.target-or-absence", "Give either a target or the reason why there is none.",
                "Target");
        if (target is { IsShare: false } or { Share: 0 })
            throw new RuleViolationException("standard.target", "A target is a share of the cases, from 0 to 100%.", "Target");
        YearTarget? known = Targets.Find(t => t.Year == year);
        if (known is not null)
            Corrections =
            [
                .. Corrections,
                .. new CorrectionNotes(reason, by.Name, now.AtUtc).Note(year, known.Said(), YearTarget.Said(target, absence))
                    .RequireReason().Made,
            ];
        YearTarget of = known ?? YearTarget.Of(Id, year);
        of.Set(target, absence, by, now);
        if (known is not null) return null;
        Targets.Add(of);
        return of;
    }

    /// <summary>What it aims at on a day: what the year says, else what is promised; null where there is none.</summary>
    public StandardTarget? TargetOn(DateOnly day) =>
        Targets.Find(t => t.Year == FiscalYear.Of(day)) is { } year ? year.Target : VersionOn(day)?.Terms.Proportion;
}
