using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cadran.Catalogue;

/// <summary>How often a service was used through a channel in a fiscal year.</summary>
public sealed class ServiceVolume
{
    private ServiceVolume() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ServiceId { get; private init; }
    public string FiscalYear { get; private init; } = "";

    /// <summary>Inventory channel: phone-enquiries, phone, website, online, person, mail, email, fax, other, total.</summary>
    public string Channel { get; private init; } = "";
    public Reported State { get; private set; }

    /// <summary>Count; null unless <see cref="State"/> is Value.</summary>
    public long? Count { get; private set; }

    public ReportedVolume AsReported => new(Channel, State, Count);

    public static ServiceVolume Of(Guid serviceId, string fiscalYear, ReportedVolume reported)
    {
        var volume = new ServiceVolume { ServiceId = serviceId, FiscalYear = fiscalYear, Channel = reported.Channel };
        volume.Report(reported.State, reported.Count);
        return volume;
    }

    /// <exception cref="ArgumentException">A negative count, a value without one, or one beside "no data" or "not applicable".</exception>
    public void Report(Reported state, long? count)
    {
        if (count < 0 || (state == Reported.Value) != count is not null)
            throw new ArgumentException($"{state} and {count} contradict each other.", nameof(count));
        (State, Count) = (state, count);
    }
}

internal sealed class ServiceVolumeMapping : IEntityTypeConfiguration<ServiceVolume>
{
    public void Configure(EntityTypeBuilder<ServiceVolume> entity)
    {
        entity.Ignore(v => v.AsReported);
        entity.Property(v => v.FiscalYear).HasMaxLength(20);
        entity.Property(v => v.Channel).HasMaxLength(20);
        entity.HasIndex(v => new { v.ServiceId, v.FiscalYear, v.Channel }).IsUnique();
    }
}
