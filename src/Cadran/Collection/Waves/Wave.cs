using System.Security.Cryptography;
using Cadran.People;

namespace Cadran.Collection;

/// <summary>One round of collection for a service with one published questionnaire version.</summary>
public sealed class Wave : IVersioned
{
    public const int NameMaxLength = 80;
    public const int SlugLength = 12;

    /// <summary>Fewer answers than this are not taken out: as many as figures need people behind them.</summary>
    public const int FewestSetAside = 5;

    public const string NameIndex = "IX_Waves_ServiceId_Name";

    private Wave() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ServiceId { get; private init; }
    public Guid VersionId { get; private init; }

    /// <summary>Short label shown on charts, such as 2026-1; unique within the service.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Last part of the public address; random, so that a wave cannot be guessed from another.</summary>
    public string Slug { get; private init; } = "";

    /// <summary>First and last day on which answers are taken, inclusive, in the installation's time zone.</summary>
    public DateOnly OpensOn { get; private set; }
    public DateOnly ClosesOn { get; private set; }

    /// <summary>Set while it is closed by somebody before its last day.</summary>
    public DateTime? ClosedAtUtc { get; private set; }

    /// <summary>The last day on which answers were or will be taken: the day somebody closed it, where that was before its last.</summary>
    public DateOnly EndsOn => EndOf(ClosesOn, ClosedAtUtc);

    /// <summary>As <see cref="EndsOn"/>, for lists that read no whole wave.</summary>
    public static DateOnly EndOf(DateOnly closesOn, DateTime? closedAtUtc) =>
        closedAtUtc is { } at && DateOnly.FromDateTime(at) < closesOn ? DateOnly.FromDateTime(at) : closesOn;

    /// <summary>Each time somebody closed it, oldest first: a reopening adds to what happened and takes nothing away.</summary>
    public IReadOnlyList<EarlyClosing> Closings { get; private set; } = [];

    /// <summary>Days whose online answers were set aside, oldest first; those put back are among them.</summary>
    public IReadOnlyList<SetAsidePeriod> SetAside { get; private set; } = [];

    /// <summary>Names and days it had before, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    /// <summary>Answers that do not count now.</summary>
    public long AnswersSetAside => SetAsidePeriod.Out(SetAside);

    /// <summary>Answers that were ever set aside or put back, each time counted: it grows when what counts has changed.</summary>
    public long AnswersMoved => SetAsidePeriod.Moved(SetAside);

    /// <summary>
    /// How people came to answer. Only a sample with known chances carries a margin of error in the strict sense;
    /// for an open link the interval is shown with that warning.
    /// </summary>
    public bool ProbabilitySample { get; private init; }
    public string PlannedBy { get; private init; } = "";
    public DateTime PlannedAtUtc { get; private init; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>A wave over days past is one whose answers were collected elsewhere.</summary>
    public static Wave Plan(Guid serviceId, Guid versionId, string name, DateOnly opensOn, DateOnly closesOn, Actor by, Moment now,
        bool probabilitySample = false)
    {
        var wave = new Wave
        {
            ServiceId = serviceId,
            VersionId = versionId,
            Slug = NewSlug(),
            ProbabilitySample = probabilitySample,
            PlannedBy = by.Name,
            PlannedAtUtc = now.AtUtc,
        };
        wave.Change(name, opensOn, closesOn);
        return wave;
    }

    public WaveState StateOn(DateOnly day) =>
        ClosedAtUtc is not null || day > ClosesOn ? WaveState.Closed : day < OpensOn ? WaveState.Planned : WaveState.Open;

    public void Close(Actor by, Moment now)
    {
        if (ClosedAtUtc is not null) throw new RuleViolationException("wave.already-closed", "This wave is already closed.");
        ClosedAtUtc = now.AtUtc;
        Closings = [.. Closings, new EarlyClosing(by.Name, now.AtUtc)];
    }

    public void Reopen(Actor by, Moment now)
    {
        if (ClosedAtUtc is null) throw new RuleViolationException("wave.not-closed", "This wave is not closed.");
        ClosedAtUtc = null;
        Closings = [.. Closings.SkipLast(1), Closings[^1] with { ReopenedBy = by.Name, ReopenedAtUtc = now.AtUtc }];
    }

    /// <summary>
    /// Takes the online answers of some days out of every result. Days that were set aside before are the same days or others: what two
    /// results differ by is then never the answers of a few people.
    /// </summary>
    /// <param name="answers">Online answers of these days.</param>
    public void SetAsideOnline(DateOnly from, DateOnly to, long answers, string reason, Actor by, Moment now)
    {
        if (to < from) throw new RuleViolationException("wave.aside-dates", "The last day cannot be before the first.", "To");
        if (to >= now.Today)
            throw new RuleViolationException("wave.aside-today", "Choose days that are over: answers of today still come in.", "To");
        SetAsidePeriod? met = SetAside.FirstOrDefault(p => p.From <= to && p.To >= from);
        if (met is not null && (met.From, met.To) != (from, to))
            throw new RuleViolationException("wave.aside-overlap",
                "The days from {0} to {1} were set aside before. Choose the same days, or days outside: "
                + "results of almost the same days would tell what a few people said.", "From", met.From, met.To);
        if (SetAside.Any(p => p.From == from && p.To == to && !p.IsBack))
            throw new RuleViolationException("wave.aside-already", "These days are set aside already.", "From");
        if (answers < FewestSetAside)
            throw new RuleViolationException("wave.aside-few",
                "Fewer than {0} answers came online on these days. The difference would tell what they said: choose more days.", "From",
                FewestSetAside);
        SetAside =
        [
            .. SetAside,
            new(Guid.CreateVersion7(), from, to, answers, TextLimits.Required(reason, SetAsidePeriod.ReasonMaxLength, "Reason"), by.Name,
                now.AtUtc),
        ];
    }

    /// <summary>Lets answers count again that were set aside.</summary>
    public void PutBack(Guid period, string reason, Actor by, Moment now)
    {
        SetAsidePeriod found = SetAside.FirstOrDefault(p => p.Id == period) ?? throw new MissingException("The period");
        if (found.IsBack) throw new RuleViolationException("wave.aside-back", "These answers count already.");
        SetAsidePeriod back = found with
        {
            BackReason = TextLimits.Required(reason, SetAsidePeriod.ReasonMaxLength, "Reason"),
            BackBy = by.Name,
            BackAtUtc = now.AtUtc,
        };
        SetAside = [.. SetAside.Select(p => p.Id == period ? back : p)];
    }

    /// <summary>
    /// Puts its name or its days right. Both days count. A wave that people have already answered may be moved too: each answer keeps its
    /// own day.
    /// </summary>
    /// <param name="reliedOn">People have answered, or something was decided, aimed or judged on it: other days need a reason.</param>
    public void Correct(string name, DateOnly opensOn, DateOnly closesOn, string? reason, bool reliedOn, Actor by, Moment now)
    {
        RequireOrder(opensOn, closesOn);
        CorrectionNotes notes = new CorrectionNotes(reason, by.Name, now.AtUtc)
            .Note(nameof(OpensOn), OpensOn, opensOn).Note(nameof(ClosesOn), ClosesOn, closesOn);
        if (reliedOn) notes.RequireReason();
        string before = Name;
        Change(name, opensOn, closesOn);
        Corrections = [.. Corrections, .. notes.Note(nameof(Name), before, Name).Made];
    }

    private void Change(string name, DateOnly opensOn, DateOnly closesOn)
    {
        RequireOrder(opensOn, closesOn);
        (Name, OpensOn, ClosesOn) = (TextLimits.Required(name, NameMaxLength, nameof(Name)), opensOn, closesOn);
    }

    private static void RequireOrder(DateOnly opensOn, DateOnly closesOn)
    {
        if (closesOn < opensOn)
            throw new RuleViolationException("wave.dates", "The last day cannot be before the first.", nameof(ClosesOn));
    }

    /// <summary>Only a wave that nothing came of is deleted, and none that people may be answering at this moment.</summary>
    /// <param name="answers">Responses it has, those that have just come among them.</param>
    /// <param name="files">Files that were sent for it.</param>
    /// <param name="resting">Decisions, targets and verdicts that rest on it.</param>
    /// <param name="samples">Samples that were drawn for it.</param>
    public void RequireDeletable(long answers, int files, int resting, DateOnly today, int samples = 0)
    {
        if (samples > 0)
            throw new RuleViolationException("wave.has-sample",
                "This wave cannot be deleted: people were drawn for it. Undo the draw first.");
        if (StateOn(today) == WaveState.Open)
            throw new RuleViolationException("wave.open", "People can answer this wave now: close it before you delete it.");
        if (answers > 0)
            throw new RuleViolationException("wave.has-answers", "This wave cannot be deleted: it has {0} answers.", null, answers);
        if (resting > 0)
            throw new RuleViolationException("wave.cited",
                "This wave cannot be deleted: {0} decisions, targets or verdicts rest on it.", null, resting);
        if (files > 0)
            throw new RuleViolationException("wave.has-files",
                "This wave cannot be deleted: {0} files were sent for it. Remove those that were not imported.", null, files);
    }

    /// <summary>Two waves of one name could not be told apart on a chart.</summary>
    public static RuleViolationException NameTaken() =>
        new RuleViolationException("wave.name-taken", "This service already has a wave of that name.", nameof(Name));

    // 31 signs that nobody confuses, 59 bits.
    private static string NewSlug() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", SlugLength);
}
