using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Questionnaires;

/// <summary>What respondents saw. Responses point here, so that every answer keeps the wording it was given to.</summary>
public sealed class QuestionnaireVersion
{
    public const string NumberIndex = "IX_QuestionnaireVersions_QuestionnaireId_Number";

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid QuestionnaireId { get; init; }
    public required int Number { get; init; }
    public required QuestionnaireContent Content { get; init; }
    public required DateTime PublishedAtUtc { get; init; }
    public string? OwnItemsReason { get; init; }
}

internal sealed class QuestionnaireVersionMapping : IEntityTypeConfiguration<QuestionnaireVersion>
{
    public void Configure(EntityTypeBuilder<QuestionnaireVersion> entity)
    {
        entity.Json(v => v.Content);
        entity.Property(v => v.OwnItemsReason).HasMaxLength(Questionnaire.ReasonMaxLength);
        entity.HasIndex(v => new { v.QuestionnaireId, v.Number }).Unique(QuestionnaireVersion.NumberIndex, Questionnaire.Stale);
    }
}
