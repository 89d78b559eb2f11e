using Cadran.Catalogue;
using Cadran.Data;
using Cadran.Improvement;
using Cadran.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Improvement.Decisions;

public sealed class DecisionModel(CadranDb db, Access access, TimeProvider time) : PageModel
{
    public Decision Decision { get; private set; } = null!;
    public Service Service { get; private set; } = null!;
    public string WaveName { get; private set; } = "";
    public bool MayImprove => access.Can(Right.Improve, Service.OrganisationId);
    public bool Withdrawn => Decision.WithdrawnAtUtc is not null;
    public IReadOnlyList<ImprovementAction> Actions { get; private set; } = [];

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, Right.Read, ct);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Improve, ct);
        Decision.Withdraw(time.GetUtcNow().UtcDateTime);
        await db.Because("decision.withdraw").SaveChangesAsync(ct);
        return Redirect($"/improvement/decisions/{id}");
    }

    private async Task LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        (Decision, Service) = await db.FindDecisionAsync(access, id, right, ct);
        WaveName = await db.Waves.Where(w => w.Id == Decision.WaveId).Select(w => w.Name).FirstAsync(ct);
        Actions = await db.ImprovementActions.AsNoTracking().Where(a => a.DecisionId == id).OrderBy(a => a.DueOn).ToListAsync(ct);
    }
}
