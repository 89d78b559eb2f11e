using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.People;

/// <summary>
/// Corrects an organisation, moves it in the tree, or deletes it while it holds nothing. Its code stays: files know it by that.
/// </summary>
public sealed class OrganisationsEditModel(
    CadranDb db, Access access, OrganisationChanges changes, OrganisationTrees trees, IStringLocalizer<Text> text)
    : LoadedPage<OrganisationView>, IReloadedPage
{
    [BindProperty]
    public OrganisationForm Input { get; set; } = new();

    [BindProperty, Display(Name = "Under")]
    public Guid? ParentId { get; set; }

    /// <summary>What it holds, in words.</summary>
    public IEnumerable<string> Held
    {
        get
        {
            OrganisationContent content = Shown.Content;
            if (content.Below > 0) yield return Localization.Plural(text, "{0} organisation|{0} organisations", content.Below);
            if (content.Services > 0) yield return Localization.Plural(text, "{0} service|{0} services", content.Services);
            if (content.Inventories > 0)
                yield return Localization.Plural(text, "{0} imported inventory|{0} imported inventories", content.Inventories);
            if (content.Frames > 0) yield return Localization.Plural(text, "{0} list of clients|{0} lists of clients", content.Frames);
            if (content.Roles > 0) yield return Localization.Plural(text, "{0} role given|{0} roles given", content.Roles);
        }
    }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        Input = OrganisationForm.Of(Shown.Organisation);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Organisation.RequireUnchangedSince(Input.Version);
        Shown.Organisation.Describe(Input.Name, Input.Ordered);
        await db.Because("organisation.edit").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Organisations.Index);
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, int version, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        Input = OrganisationForm.Of(Shown.Organisation);
        ModelState.Clear();
        if (ParentId is not { } parent)
        {
            ModelState.AddModelError(nameof(ParentId), text["Choose an organisation."]);
            return this.Invalid();
        }
        OrganisationMove moved = await changes.MoveAsync(access.Actor, id, version, parent, ct);
        TempData["Flash"] = text["The organisation is moved. People who see it now and did not before: {0}; who no longer see it: {1}.",
            moved.Gained, moved.Lost].Value;
        return Redirect(Routes.Organisations.Index);
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct)
    {
        // Nobody puts anything in between the look and the deletion.
        await using IDbContextTransaction transaction = await db.BeginAloneAsync(ct);
        Shown = await LoadAsync(id, ct);
        Input = OrganisationForm.Of(Shown.Organisation);
        ModelState.Clear();
        Shown.Organisation.RequireEmpty(Shown.Content);
        db.Organisations.Remove(Shown.Organisation);
        await db.Because("organisation.delete").SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        TempData["Flash"] = text["The organisation is deleted."].Value;
        return Redirect(Routes.Organisations.Index);
    }

    /// <summary>Somebody else changed it: the form shows what it is now, and is sent again from there.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(Shown.Organisation.Id, ct);
        ModelState.Clear();
        Input = OrganisationForm.Of(Shown.Organisation);
    }

    private async Task<OrganisationView> LoadAsync(Guid id, CancellationToken ct)
    {
        Organisation organisation = await changes.FindAsync(access, id, ct);
        IReadOnlySet<Guid> inside = (await trees.ReadAsync(db, ct)).From(id);
        List<SelectListItem> parents = [.. (await OrganisationChoices.ForAsync(db, access, Right.Administer, ct))
            .Where(o => Guid.Parse(o.Value!) is var other && other != organisation.ParentId && !inside.Contains(other))];
        Guid? above = organisation.ParentId is { } parent && access.Can(Right.Administer, parent) ? parent : null;
        LocalText name = above is null ? LocalText.Empty
            : await db.Organisations.Where(o => o.Id == above).Select(o => o.Name).FirstAsync(ct);
        var content = new OrganisationContent(
            await db.Organisations.CountAsync(o => o.ParentId == id, ct),
            await db.Services.CountAsync(s => s.OrganisationId == id, ct),
            await db.CatalogueImports.CountAsync(i => i.OrganisationId == id, ct),
            await db.Memberships.CountAsync(m => m.OrganisationId == id, ct),
            await db.Frames.CountAsync(f => f.OrganisationId == id, ct),
            await db.IdeaBoxes.CountAsync(b => b.OrganisationId == id, ct),
            await db.GovernanceBodies.CountAsync(b => b.OrganisationId == id, ct)
                + await db.ServiceCalendars.CountAsync(c => c.OrganisationId == id, ct)
                + await db.ApiKeys.CountAsync(k => k.OrganisationId == id, ct));
        return new(organisation, name, content, parents, above is not null && parents.Count > 0);
    }
}
