using Cadran.Catalogue;
using Cadran.Improvement;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cadran.Web.Pages.Improvement;

/// <summary>The waves that asked the staff of a service, and those that could be named.</summary>
public sealed record StaffView(Service Service, IReadOnlyList<StaffView.Row> Rows, IReadOnlyList<SelectListItem> Waves, bool MayImprove)
{
    /// <param name="Readable">The reader may see the wave itself.</param>
    public sealed record Row(StaffSurvey Survey, string Wave, LocalText Of, DateOnly EndsOn, bool Readable);
}
