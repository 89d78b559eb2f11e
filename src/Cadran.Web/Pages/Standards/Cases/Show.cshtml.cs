using Cadran.Catalogue;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Standards;

/// <summary>What was counted in a file of cases, and its months as results.</summary>
public sealed class CasesShowModel(CadranDb db, Access access, ImportCases cases, IStringLocalizer<Text> text)
    : LoadedPage<CasesShowModel.CasesView>
{
    public sealed record CasesView(CaseFile File, ServiceStandard Standard, Service Service);

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Shown = await LoadAsync(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, int months, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        cases.Take(Shown.File, Shown.Standard, months == ReportingPeriod.Quarter ? months : ReportingPeriod.Month, access.Actor);
        await db.Because("cases.take").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Standards.Show(Shown.Standard.Id));
    }

    private async Task<CasesView> LoadAsync(Guid id, CancellationToken ct)
    {
        CaseFile file = await db.CaseFiles.FirstOrDefaultAsync(f => f.Id == id, ct) ?? throw new MissingException("The file of cases");
        (ServiceStandard standard, Service service) = await db.FindWholeStandardAsync(access, file.StandardId, Right.EditCatalogue, ct);
        return new(file, standard, service);
    }
}
