using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

/// <summary>
/// The one number the server marks addresses and receipts with. It lies in the database, so that all processes share it and receipts can
/// be checked after a backup was put back; it opens nothing.
/// </summary>
internal sealed class AnswerSecret
{
    public int Id { get; init; } = 1;
    public required string Value { get; init; }
}

internal sealed class AnswerSecretMapping : IEntityTypeConfiguration<AnswerSecret>
{
    public void Configure(EntityTypeBuilder<AnswerSecret> entity)
    {
        entity.ToTable("AnswerSecrets");
        entity.NotAudited();
        entity.HasKey(s => s.Id);
        entity.Property(s => s.Id).ValueGeneratedNever();
    }
}
