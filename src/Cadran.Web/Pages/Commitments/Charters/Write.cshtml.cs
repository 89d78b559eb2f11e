using Cadran.Catalogue;
using Cadran.Commitments;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Commitments;

/// <summary>Writes the next version of a charter; what was there before stays.</summary>
public sealed class ChartersWriteModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<Service>, IReloadedPage
{
    [BindProperty]
    public CharterForm Input { get; set; } = new();

    /// <summary>The version before this one; null before the first.</summary>
    public CharterVersion? Latest { get; private set; }

    /// <summary>Those in which the organisation works.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Input = CharterForm.Of(Latest);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        // Sent twice: it is there.
        if (Latest?.Id == Request.Number()) return Redirect(Routes.Charters.Show(id));
        db.CharterVersions.Add(
            CharterVersion.Write(id, Latest?.Number ?? 0, Input.Seen, Input.Texts, access.Actor, time.Now, Request.Number()));
        await SentForm.OnceAsync(() => db.Because("charter.write").SaveChangesAsync(ct));
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Charters.Show(id));
    }

    /// <summary>Somebody else wrote meanwhile: what was typed stays, beside what is there now.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await LoadAsync(Shown.Id, ct);
        Input.Seen = Latest?.Number ?? 0;
        ModelState.Remove("Input.Seen");
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Shown = await db.FindServiceAsync(access, id, Right.Improve, ct);
        Languages = await db.Organisations.Where(o => o.Id == Shown.OrganisationId).Select(o => o.Languages).FirstAsync(ct);
        Latest = await db.CharterVersions.AsNoTracking().Where(c => c.ServiceId == id).OrderByDescending(c => c.Number)
            .FirstOrDefaultAsync(ct);
        if (Input.Parts.Count == 0) Input.Parts = CharterForm.Of(null).Parts;
    }
}
