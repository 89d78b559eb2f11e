using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.People;

/// <summary>
/// Passkeys are kept by Identity. The trail tells of the account that one came or went; the key is nobody's to read there.
/// </summary>
internal sealed class UserPasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    private const int CredentialMaxLength = 1024;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> entity)
    {
        entity.ToTable("UserPasskeys");
        entity.NotAudited();
        // As Identity's schema 3 has it, said again: a context made without the program's options would have an older one.
        entity.HasKey(p => p.CredentialId);
        entity.Property(p => p.CredentialId).HasMaxLength(CredentialMaxLength);
        entity.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);
        entity.OwnsOne(p => p.Data, data => data.ToJson().OwnedEntityType.SetAnnotation(Mapping.NotAuditedAnnotation, true));
    }
}
