using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.People;

/// <summary>Keys of Identity's rows without a limit, as 0.2 had them: newer schemas of Identity set one.</summary>
internal sealed class UserKeysMapping : IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> entity)
    {
        entity.Property(l => l.LoginProvider).Metadata.SetMaxLength(null);
        entity.Property(l => l.ProviderKey).Metadata.SetMaxLength(null);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> entity)
    {
        entity.Property(t => t.LoginProvider).Metadata.SetMaxLength(null);
        entity.Property(t => t.Name).Metadata.SetMaxLength(null);
    }
}
