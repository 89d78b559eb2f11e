using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Begins the plan of a service for a year, or its next version, from what the one before said.</summary>
public sealed class PlansNewModel(CadranDb db, Access access, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Service { get; set; }

    [BindProperty, Display(Name = "Fiscal year"), Required(ErrorMessage = "Enter the fiscal year, such as 2026-2027.")]
    public string? Year { get; set; }

    [BindProperty]
    public PlanForm Input { get; set; } = new();

    public LocalText ServiceName { get; private set; } = LocalText.Empty;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Year = FiscalYear.Of(time.Today);
        if (await LastAsync(null, ct) is not { } last) return;
        Input = PlanForm.Of(last.Texts, 0);
        // A plan that is approved already is followed by the next year's, unless somebody says otherwise.
        if (last.ApprovedAtUtc is not null && last.Year == Year) Year = FiscalYear.Of(time.Today.AddYears(1));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        ServicePlan plan = ServicePlan.Begin(Service, Year, await LastAsync(Year!.Trim(), ct), Input.Texts, access.Actor, time.Now,
            Request.Number());
        db.ServicePlans.Add(plan);
        await SentForm.OnceAsync(() => db.Because("plan.begin").SaveChangesAsync(ct));
        return Redirect(Routes.Plans.Show(plan.Id));
    }

    private async Task LoadAsync(CancellationToken ct) =>
        ServiceName = (await db.FindServiceAsync(access, Service, Right.Improve, ct)).Name;

    // Sent twice, the first is no version before the second.
    private Task<ServicePlan?> LastAsync(string? year, CancellationToken ct)
    {
        Guid own = Request.HasFormContentType ? Request.Number() : Guid.Empty;
        return db.ServicePlans.AsNoTracking().Where(p => p.ServiceId == Service && p.Id != own && (year == null || p.Year == year))
            .OrderByDescending(p => p.Year).ThenByDescending(p => p.Number).FirstOrDefaultAsync(ct);
    }
}
