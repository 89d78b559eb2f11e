using Cadran.Catalogue;
using Cadran.Standards;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>What the profile of a service shows.</summary>
/// <param name="Organisation">Name of the organisation that offers it.</param>
public sealed record ProfileView(
    Service Service, LocalText Organisation, IReadOnlyList<ProfileStandard> Standards, IReadOnlyList<ProfileRemark> Remarks)
{
    public required bool MayEdit { get; init; }

    /// <summary>Standards of which no year is known yet.</summary>
    public IReadOnlyList<ServiceStandard> WithoutYear { get; init; } = [];

    /// <summary>Fiscal years with volumes, the newest first.</summary>
    public IReadOnlyList<string> Years { get; } =
        [.. Service.Volumes.Select(v => v.FiscalYear).Distinct().OrderDescending(StringComparer.Ordinal)];

    public ServiceVolume? Volume(string channel, string year) => Service.VolumeOf(year, channel);
}
