using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Improvement;

/// <summary>What was decided to fix first, by whom, and on which evidence.</summary>
public sealed class Decision : IVersioned
{
    public const int TitleMaxLength = 200;
    public const int ReasonsMaxLength = 4000;

    private Decision(DecisionEvidence evidence) => Evidence = evidence;

    public Guid Id { get; private init; }
    public Guid ServiceId { get; private init; }
    public Guid WaveId { get; private init; }
    public LocalText Title { get; private set; } = LocalText.Empty;
    public LocalText Reasons { get; private set; } = LocalText.Empty;

    /// <summary>The body that decided, such as "executive committee".</summary>
    public LocalText Body { get; private set; } = LocalText.Empty;
    public DateOnly DecidedOn { get; private set; }
    public DecisionEvidence Evidence { get; private init; }

    /// <summary>Who entered it in the register; <see cref="Body"/> took it.</summary>
    public string RecordedBy { get; private init; } = "";
    public DateTime RecordedAtUtc { get; private init; }
    public string? WithdrawnBy { get; private set; }
    public DateTime? WithdrawnAtUtc { get; private set; }
    public bool IsWithdrawn => WithdrawnAtUtc is not null;

    /// <summary>What it rests on.</summary>
    public Citation Citation => Citation.Of(Evidence.Cited, RecordedAtUtc, WaveId);

    /// <summary>What was put right in it, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    /// <summary>Texts added after the decision was recorded, oldest first.</summary>
    public IReadOnlyList<AddedText> Added { get; private set; } = [];

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Some text of it is in one official language only.</summary>
    public bool LacksALanguage => (Title.Missing() ?? Reasons.Missing() ?? Body.Missing()) is not null;

    /// <summary>Enters what was decided from the results of a wave.</summary>
    /// <param name="evidence">The driver that comes first, as the wave showed it.</param>
    /// <exception cref="RuleViolationException">Fewer people behind the drivers than <see cref="AnalysisOptions.LeastPeoplePerDriver"/>
    /// for each.</exception>
    /// <param name="number">Given by a form, so that it counts once however often it is sent.</param>
    public static Decision Record(Wave wave, DecisionEvidence evidence, LocalText title, LocalText reasons, LocalText body,
        DateOnly decidedOn, Actor by, Moment now, Guid? number = null)
    {
        RequireDay(wave, decidedOn, now);
        int needed = AnalysisOptions.LeastPeoplePerDriver * Math.Max(1, evidence.Drivers);
        if (evidence.Respondents < needed)
            throw new RuleViolationException("decision.too-few-people",
                "A decision cannot cite drivers that {0} people rated: {1} are needed, {2} for each driver.", null,
                evidence.Respondents, needed, AnalysisOptions.LeastPeoplePerDriver);
        return new Decision(evidence)
        {
            Id = number ?? Guid.CreateVersion7(),
            ServiceId = wave.ServiceId,
            WaveId = wave.Id,
            Title = TextLimits.Required(title, TitleMaxLength, nameof(Title)),
            Reasons = TextLimits.Required(reasons, ReasonsMaxLength, nameof(Reasons)),
            Body = TextLimits.Required(body, TitleMaxLength, nameof(Body)),
            DecidedOn = decidedOn,
            RecordedBy = by.Name,
            RecordedAtUtc = now.AtUtc,
        };
    }

    /// <summary>Adds texts in the language each was not written in; null or blank adds none.</summary>
    public void AddTexts(string? title, string? reasons, string? body, Actor by, Moment now)
    {
        var second = new SecondLanguage(by.Name, now.AtUtc);
        Title = second.To(Title, title, nameof(Title));
        Reasons = second.To(Reasons, reasons, nameof(Reasons));
        Body = second.To(Body, body, nameof(Body));
        Added = [.. Added, .. second.Added];
    }

    /// <summary>Puts right what was written. What was there before stays readable; the figures it rests on never change.</summary>
    /// <param name="actions">What was opened from it: none of them began earlier.</param>
    public void Correct(Wave wave, LocalText title, LocalText reasons, LocalText body, DateOnly decidedOn,
        IEnumerable<ImprovementAction> actions, string? reason, Actor by, Moment now)
    {
        if (IsWithdrawn) throw new RuleViolationException("decision.withdrawn", "A decision that was withdrawn is not corrected any more.");
        RequireDay(wave, decidedOn, now);
        if (actions.Select(a => a.StartedOn).Where(d => d < decidedOn).Min() is { } begun)
            throw new RuleViolationException("decision.after-action",
                "An action that carries it out began on {0}: the decision cannot be later.", nameof(DecidedOn), begun);
        Corrections =
        [
            .. Corrections,
            .. new CorrectionNotes(reason, by.Name, now.AtUtc)
                .Note(nameof(DecidedOn), DecidedOn, decidedOn).Note(nameof(Title), Title, title).Note(nameof(Reasons), Reasons, reasons)
                .Note(nameof(Body), Body, body).RequireReason().Made,
        ];
        Title = TextLimits.Required(title, TitleMaxLength, nameof(Title));
        Reasons = TextLimits.Required(reasons, ReasonsMaxLength, nameof(Reasons));
        Body = TextLimits.Required(body, TitleMaxLength, nameof(Body));
        DecidedOn = decidedOn;
    }

    private static void RequireDay(Wave wave, DateOnly decidedOn, Moment now)
    {
        if (decidedOn > now.Today)
            throw new RuleViolationException("decision.in-future", "A decision cannot be dated in the future.", nameof(DecidedOn));
        if (decidedOn < wave.OpensOn)
            throw new RuleViolationException("decision.before-wave",
                "A decision cannot be dated before the first day of the wave it rests on, {0}.", nameof(DecidedOn), wave.OpensOn);
    }

    public void Withdraw(Actor by, Moment now)
    {
        if (IsWithdrawn) throw new RuleViolationException("decision.already-withdrawn", "This decision is already withdrawn.");
        (WithdrawnBy, WithdrawnAtUtc) = (by.Name, now.AtUtc);
    }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> entity)
    {
        entity.LocalText(d => d.Title, Decision.TitleMaxLength);
        entity.LocalText(d => d.Reasons, Decision.ReasonsMaxLength);
        entity.LocalText(d => d.Body, Decision.TitleMaxLength);
        entity.Json(d => d.Evidence);
        entity.Json(d => d.Added);
        entity.Json(d => d.Corrections);
        entity.Ignore(d => d.Citation);
        entity.Versioned();
        entity.Property(d => d.RecordedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(d => d.WithdrawnBy).HasMaxLength(Actor.NameMaxLength);
        entity.HasOne<Service>().WithMany().HasForeignKey(d => d.ServiceId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Wave>().WithMany().HasForeignKey(d => d.WaveId).OnDelete(DeleteBehavior.Restrict);
    }
}
