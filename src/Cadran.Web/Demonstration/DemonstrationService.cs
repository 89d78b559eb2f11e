using Cadran.Catalogue;
using Cadran.Standards;

namespace Cadran.Web.Demonstration;

/// <summary>A fictional service with its published standards.</summary>
internal sealed record DemonstrationService(Service Service, IReadOnlyList<ServiceStandard> Standards);
