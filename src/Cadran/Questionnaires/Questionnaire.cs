using Cadran.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Questionnaires;

/// <summary>A questionnaire of a service: a draft that people work on and the versions published from it.</summary>
public sealed class Questionnaire
{
    public const int NameMaxLength = 200;

    /// <summary>Own items may make up this share of the questions; above it a reason is asked.</summary>
    public const double OwnItemsShareLimit = 0.2;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ServiceId { get; init; }
    public required string Name { get; set; }
    public QuestionnaireContent Draft { get; set; } = new();

    /// <summary>Why more than a fifth of the items are our own; null when they are not.</summary>
    public string? OwnItemsReason { get; set; }
    public int Version { get; private set; }
    public List<QuestionnaireVersion> Versions { get; } = [];

    /// <summary>Freezes the draft. Fields that no answer points at stay free; the version's content never changes again.</summary>
    public QuestionnaireVersion Publish(DateTime nowUtc)
    {
        if (!Draft.Questions.Any()) throw new RuleViolationException("questionnaire.empty", "A questionnaire needs at least one question before it can be published.");
        if (OwnItemsShare > OwnItemsShareLimit && string.IsNullOrWhiteSpace(OwnItemsReason))
            throw new RuleViolationException("questionnaire.own-items", "More than 20 % of the questions are your own. Remove some, or give the reason.", nameof(OwnItemsReason));
        Version++;
        var version = new QuestionnaireVersion { QuestionnaireId = Id, Number = Version, Content = Draft, PublishedAtUtc = nowUtc };
        Versions.Add(version);
        return version;
    }

    /// <summary>Share of own items among all questions, in [0, 1]; 0 when there are none.</summary>
    public double OwnItemsShare => Draft.Questions.Any() ? Draft.Questions.Count(q => !q.Core) / (double)Draft.Questions.Count() : 0;
}

/// <summary>What respondents saw. Responses point here, so that every answer keeps the wording it was given to.</summary>
public sealed class QuestionnaireVersion
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid QuestionnaireId { get; init; }
    public required int Number { get; init; }
    public required QuestionnaireContent Content { get; init; }
    public required DateTime PublishedAtUtc { get; init; }
}

internal sealed class QuestionnaireMapping : IEntityTypeConfiguration<Questionnaire>
{
    public void Configure(EntityTypeBuilder<Questionnaire> entity)
    {
        entity.Property(q => q.Name).HasMaxLength(Questionnaire.NameMaxLength);
        entity.Property(q => q.Version).IsConcurrencyToken();
        entity.Json(q => q.Draft);
        entity.HasOne<Service>().WithMany().HasForeignKey(q => q.ServiceId).OnDelete(DeleteBehavior.Restrict);
        entity.HasMany(q => q.Versions).WithOne().HasForeignKey(v => v.QuestionnaireId);
    }
}

internal sealed class QuestionnaireVersionMapping : IEntityTypeConfiguration<QuestionnaireVersion>
{
    public void Configure(EntityTypeBuilder<QuestionnaireVersion> entity)
    {
        entity.Json(v => v.Content);
        entity.HasIndex(v => new { v.QuestionnaireId, v.Number }).IsUnique();
    }
}
