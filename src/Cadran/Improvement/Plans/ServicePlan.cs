using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Improvement;

/// <summary>
/// What a service sets out to do in a fiscal year. One person hands it in and another approves it; from then on it does not change, and a
/// change is the next version.
/// </summary>
public sealed class ServicePlan : IVersioned
{
    public const string NumberIndex = "IX_ServicePlans_ServiceId_Year_Number";

    private ServicePlan() { }

    public Guid Id { get; private init; }
    public Guid ServiceId { get; private init; }

    /// <summary>Fiscal year, such as 2026-2027.</summary>
    public string Year { get; private init; } = "";

    /// <summary>Version of the plan of that year, from 1.</summary>
    public int Number { get; private init; }
    public PlanTexts Texts { get; private set; } = new(LocalText.Empty, LocalText.Empty, LocalText.Empty, null, "");

    /// <summary>What it was built from on the day of its approval; null before.</summary>
    public PlanContent? Content { get; private set; }
    public string BegunBy { get; private init; } = "";
    public DateTime BegunAtUtc { get; private init; }
    public Guid? SubmittedById { get; private set; }
    public string? SubmittedBy { get; private set; }
    public DateTime? SubmittedAtUtc { get; private set; }

    /// <summary>Each time it was given back, oldest first.</summary>
    public IReadOnlyList<PlanReturn> Returns { get; private set; } = [];
    public string? ApprovedBy { get; private set; }
    public DateTime? ApprovedAtUtc { get; private set; }
    public string? PublishedBy { get; private set; }
    public DateTime? PublishedAtUtc { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    public PlanState State => this switch
    {
        { PublishedAtUtc: not null } => PlanState.Published,
        { ApprovedAtUtc: not null } => PlanState.Approved,
        { SubmittedAtUtc: not null } => PlanState.InReview,
        _ => PlanState.Draft,
    };

    /// <summary>First and last day of its year.</summary>
    public DateOnly From => FiscalYear.FirstDay(Year);
    public DateOnly Until => From.AddYears(1).AddDays(-1);

    /// <param name="last">The last version of that year; null before the first.</param>
    /// <param name="number">Given by a form, so that it counts once however often it is sent.</param>
    public static ServicePlan Begin(Guid serviceId, string? year, ServicePlan? last, PlanTexts texts, Actor by, Moment now,
        Guid? number = null)
    {
        if (last is { State: PlanState.Draft or PlanState.InReview })
            throw new RuleViolationException("plan.open",
                "Version {0} of the plan for this year is not approved yet: change that one.", nameof(Year), last.Number);
        return new ServicePlan
        {
            Id = number ?? Guid.CreateVersion7(),
            ServiceId = serviceId,
            Year = FiscalYear.Require(year),
            Number = (last?.Number ?? 0) + 1,
            Texts = texts.Require(),
            BegunBy = by.Name,
            BegunAtUtc = now.AtUtc,
        };
    }

    public void Rewrite(PlanTexts texts)
    {
        if (State != PlanState.Draft)
            throw new RuleViolationException("plan.not-draft", "Only a draft is changed. What is in review is given back first.");
        Texts = texts.Require();
    }

    /// <summary>Hands it in for review.</summary>
    public void Submit(Actor by, Moment now)
    {
        if (State != PlanState.Draft) throw new RuleViolationException("plan.submitted", "This plan was handed in already.");
        (SubmittedById, SubmittedBy, SubmittedAtUtc) = (by.UserId, by.Name, now.AtUtc);
    }

    /// <summary>Gives it back: it is a draft again.</summary>
    public void Return(string? reason, Actor by, Moment now)
    {
        RequireReview();
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleViolationException("plan.return-reason", "Say what is to be changed before it can be approved.", "Reason");
        Returns = [.. Returns, new(TextLimits.Required(reason, Correction.ReasonMaxLength, "Reason"), by.Name, now.AtUtc)];
        (SubmittedById, SubmittedBy, SubmittedAtUtc) = (null, null, null);
    }

    /// <summary>Approves it, and freezes what it was built from.</summary>
    public void Approve(PlanContent content, Actor by, Moment now)
    {
        RequireReview();
        if (by.UserId is { } person ? person == SubmittedById : by.Name == SubmittedBy)
            throw new RuleViolationException("plan.own", "Somebody other than who handed the plan in approves it.");
        if (content.Actions.Count == 0)
            throw new RuleViolationException("plan.no-action", "A plan without an action of the register says nothing that will be done.");
        (Content, ApprovedBy, ApprovedAtUtc) = (content, by.Name, now.AtUtc);
    }

    /// <summary>Lets everybody read it.</summary>
    public void Publish(Actor by, Moment now)
    {
        if (State != PlanState.Approved)
            throw new RuleViolationException("plan.not-approved", "Only an approved plan is published, and only once.");
        (PublishedBy, PublishedAtUtc) = (by.Name, now.AtUtc);
    }

    /// <summary>Two people began the same version at once.</summary>
    public static RuleViolationException BegunMeanwhile() => new RuleViolationException(
        "plan.begun-meanwhile", "Somebody has just begun the plan of this year. Look at it before you begin another.");

    private void RequireReview()
    {
        if (State != PlanState.InReview)
            throw new RuleViolationException("plan.not-in-review", "This plan is not in review.");
    }
}

internal sealed class ServicePlanMapping : IEntityTypeConfiguration<ServicePlan>
{
    public void Configure(EntityTypeBuilder<ServicePlan> entity)
    {
        entity.Property(p => p.Year).HasMaxLength(20);
        entity.Json(p => p.Texts);
        entity.Json(p => p.Content!);
        entity.Json(p => p.Returns);
        entity.Versioned();
        entity.Property(p => p.BegunBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(p => p.SubmittedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(p => p.ApprovedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(p => p.PublishedBy).HasMaxLength(Actor.NameMaxLength);
        entity.HasIndex(p => new { p.ServiceId, p.Year, p.Number }).Unique(ServicePlan.NumberIndex, ServicePlan.BegunMeanwhile);
        entity.HasOne<Service>().WithMany().HasForeignKey(p => p.ServiceId).OnDelete(DeleteBehavior.Restrict);
    }
}
