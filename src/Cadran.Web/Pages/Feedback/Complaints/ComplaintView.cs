using Cadran.Catalogue;
using Cadran.Feedback;
using Cadran.Standards;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cadran.Web.Pages.Feedback;

/// <summary>A complaint as those who handle it see it.</summary>
/// <param name="Written">What was written; null when it was erased.</param>
/// <param name="Told">What happened, oldest first, each with what was written with it.</param>
/// <param name="Officers">Who may answer for it.</param>
/// <param name="Standards">Of the service: one of them may not have been kept.</param>
public sealed record ComplaintView(Complaint Complaint, Service Service, string? Written, ComplaintContact? Contact,
    IReadOnlyList<(ComplaintStep Step, string? Written)> Told, IReadOnlyList<SelectListItem> Officers,
    IReadOnlyList<ServiceStandard> Standards, bool IsLate, Guid? MergedInto)
{
    /// <summary>What came into the register from it.</summary>
    public required RaisedEntries Raised { get; init; }

    public IEnumerable<SelectListItem> StandardItems =>
        Standards.Select(s => new SelectListItem($"{s.Code} {s.Text.In(Localization.Language)}", s.Id.ToString()));

    public static ComplaintView Of(Complaint complaint, Service service, ComplaintSeal seal, IReadOnlyList<(Guid Id, string Name)> officers,
        IReadOnlyList<ServiceStandard> standards, RaisedEntries raised, DateOnly today) => new(
        complaint, service, seal.Open(complaint.SealedText),
        seal.OpenContact(complaint.SealedContact), [.. complaint.Steps.OrderBy(s => s.Number).Select(s => (s, seal.Open(s.Sealed)))],
        [.. officers.Where(o => o.Id != complaint.OwnerId).Select(o => new SelectListItem(o.Name, o.Id.ToString()))], standards,
        complaint.IsLateOn(today), complaint.MergedIntoId)
        {
            Raised = raised,
        };
}
