using Cadran.Catalogue;
using Cadran.Commitments;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Commitments;

/// <summary>The charter of a service: what everybody reads, what is being written, its languages and its earlier versions.</summary>
public sealed class ChartersShowModel(CadranDb db, Access access, TimeProvider time) : LoadedPage<CharterView>
{
    public async Task OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, Right.Read, ct);

    public async Task<IActionResult> OnPostPublishAsync(Guid id, int number, CancellationToken ct)
    {
        CharterVersion version = await LoadVersionAsync(id, number, ct);
        version.Publish(Shown.Latest!.Number, Shown.Standards.Select(s => s.Standard), Shown.Languages, access.Actor, time.Now);
        await db.Because("charter.publish").SaveChangesAsync(ct);
        return Redirect(Routes.Charters.Show(id));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, int number, CancellationToken ct)
    {
        CharterVersion version = await LoadVersionAsync(id, number, ct);
        version.Withdraw(access.Actor, time.Now);
        await db.Because("charter.withdraw").SaveChangesAsync(ct);
        return Redirect(Routes.Charters.Show(id));
    }

    private async Task<CharterVersion> LoadVersionAsync(Guid id, int number, CancellationToken ct)
    {
        await LoadAsync(id, Right.Improve, ct);
        return Shown.Versions.FirstOrDefault(v => v.Number == number) ?? throw new MissingException("The charter");
    }

    private async Task LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        Service service = await db.FindServiceAsync(access, id, right, ct);
        Organisation organisation = await db.Organisations.AsNoTracking().FirstAsync(o => o.Id == service.OrganisationId, ct);
        List<CharterVersion> versions =
            await db.CharterVersions.Where(c => c.ServiceId == id).OrderByDescending(c => c.Number).ToListAsync(ct);
        Shown = new(service, organisation.Name, organisation.Languages, versions,
            (await PublicStandards.OfServiceAsync(db, id, ct))?.Standards ?? [], time.Today,
            access.Can(Right.Improve, service.OrganisationId));
    }
}
