using Cadran.Catalogue;
using Cadran.People;
using Cadran.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Collection;

internal sealed class WaveMapping : IEntityTypeConfiguration<Wave>
{
    public void Configure(EntityTypeBuilder<Wave> entity)
    {
        entity.Property(w => w.Name).HasMaxLength(Wave.NameMaxLength);
        entity.Property(w => w.Slug).HasMaxLength(Wave.SlugLength);
        entity.Property(w => w.PlannedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Json(w => w.Closings);
        entity.Json(w => w.SetAside);
        entity.Json(w => w.Corrections);
        entity.Versioned();
        entity.Ignore(w => w.EndsOn);
        entity.HasIndex(w => w.Slug).IsUnique();
        entity.HasIndex(w => new { w.ServiceId, w.Name }).Unique(Wave.NameIndex, Wave.NameTaken);
        entity.HasOne<Service>().WithMany().HasForeignKey(w => w.ServiceId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<QuestionnaireVersion>().WithMany().HasForeignKey(w => w.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}
