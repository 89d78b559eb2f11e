using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>The plan of a service for a year: written, handed in, approved by somebody else, and set beside what happened.</summary>
public sealed class PlansShowModel(CadranDb db, Access access, PlanContents contents, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<PlanView>, IReloadedPage
{
    [BindProperty, Display(Name = "What is to be changed")]
    [StringLength(Correction.ReasonMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Reason { get; set; }

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, Right.Read, ct);

    public Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken ct) =>
        StepAsync(id, "plan.submit", plan => plan.Submit(access.Actor, time.Now), ct);

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) =>
        StepAsync(id, "plan.return", plan => plan.Return(Reason, access.Actor, time.Now), ct);

    public Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken ct) =>
        StepAsync(id, "plan.approve", plan => plan.Approve(Shown.Content, access.Actor, time.Now), ct);

    public Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct) =>
        StepAsync(id, "plan.publish", plan => plan.Publish(access.Actor, time.Now), ct);

    public Task ReloadAsync(CancellationToken ct) => LoadAsync(Shown.Plan.Id, Right.Read, ct);

    private async Task<IActionResult> StepAsync(Guid id, string action, Action<ServicePlan> step, CancellationToken ct)
    {
        await LoadAsync(id, Right.Improve, ct);
        if (!ModelState.IsValid) return this.Invalid();
        step(Shown.Plan);
        await db.Because(action).SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Plans.Show(id));
    }

    private async Task LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        (ServicePlan plan, Service service) = await db.FindPlanAsync(access, id, right, ct);
        PlanContent content = plan.Content ?? await contents.OfAsync(service.Id, plan.Year, ct);
        Shown = new(plan, service, await db.Organisations.Where(o => o.Id == service.OrganisationId).Select(o => o.Name).FirstAsync(ct),
            content, plan.Content is null ? null : await contents.OutcomeAsync(plan, content, ct))
        {
            MayImprove = access.Can(Right.Improve, service.OrganisationId),
            IsOwn = plan.SubmittedById is { } by && by == access.Actor.UserId,
        };
    }
}
