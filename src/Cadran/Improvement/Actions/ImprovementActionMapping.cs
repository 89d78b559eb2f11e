using Cadran.Catalogue;
using Cadran.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Improvement;

internal sealed class ImprovementActionMapping : IEntityTypeConfiguration<ImprovementAction>
{
    public void Configure(EntityTypeBuilder<ImprovementAction> entity)
    {
        entity.LocalText(a => a.Title, ImprovementAction.TitleMaxLength);
        entity.LocalText(a => a.Description, ImprovementAction.DescriptionMaxLength);
        entity.LocalText(a => a.AbandonedReason, ImprovementAction.DescriptionMaxLength);
        entity.LocalText(a => a.VerdictReason, ImprovementAction.DescriptionMaxLength);
        entity.Property(a => a.Owner).HasMaxLength(ImprovementAction.TitleMaxLength);
        entity.Property(a => a.Item).HasMaxLength(60);
        entity.Property(a => a.OpenedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(a => a.StartedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(a => a.DeliveredBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(a => a.AbandonedBy).HasMaxLength(Actor.NameMaxLength);
        entity.Property(a => a.SourceWords).HasMaxLength(EntrySource.WordsMaxLength);
        entity.Property(a => a.Substitute).HasMaxLength(ImprovementAction.TitleMaxLength);
        entity.Ignore(a => a.Source);
        entity.Json(a => a.Verdict!);
        entity.Json(a => a.Assessment!);
        entity.Json(a => a.Steps);
        entity.Json(a => a.Earlier);
        entity.Json(a => a.Added);
        entity.Json(a => a.Corrections);
        entity.Versioned();
        entity.HasOne<Service>().WithMany().HasForeignKey(a => a.ServiceId).OnDelete(DeleteBehavior.Restrict);
        entity.HasIndex(a => a.SourceId);
        entity.HasOne<User>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<User>().WithMany().HasForeignKey(a => a.SubstituteId).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne<Decision>().WithMany().HasForeignKey(a => a.DecisionId).OnDelete(DeleteBehavior.Restrict);
    }
}
