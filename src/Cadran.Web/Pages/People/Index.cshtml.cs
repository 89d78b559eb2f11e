using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.People;

public sealed class PeopleIndexModel(CadranDb db, Access access, RoleChanges roles) : PageModel, IReloadedPage
{
    public sealed record Row(Guid Id, Guid UserId, string Name, bool Disabled, string Email, Role Role, LocalText Organisation);
    public sealed record Account(Guid Id, string Name, string Email);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>People who are in no organisation any more: they belong to the top.</summary>
    public IReadOnlyList<Account> WithoutRole { get; private set; } = [];

    /// <summary>The trail is one for the whole installation: it is read from the top.</summary>
    public bool MayAudit => access.CanAtTop(Right.Administer);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostRemoveAsync(Guid membershipId, CancellationToken ct)
    {
        await LoadAsync(ct);
        await roles.RemoveAsync(access.Actor, membershipId, ct);
        return Redirect(Routes.People.Index);
    }

    public Task ReloadAsync(CancellationToken ct) => LoadAsync(ct);

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Administer);
        List<Guid> mine = [.. access.Where(Right.Administer)];
        var rows = await (from membership in db.Memberships.AsNoTracking()
                          join user in db.Users on membership.UserId equals user.Id
                          join organisation in db.Organisations on membership.OrganisationId equals organisation.Id
                          where mine.Contains(membership.OrganisationId)
                          select new Row(membership.Id, user.Id, user.DisplayName, user.DisabledAtUtc != null, user.Email!, membership.Role,
                              organisation.Name)).ToListAsync(ct);
        // The database orders by the numbers of letters: Éric would stand after Hugo.
        Rows = [.. rows.OrderBy(r => r.Name, StringComparer.CurrentCulture).ThenBy(r => r.Role)];
        if (!MayAudit) return;
        List<Account> others = await db.Users.AsNoTracking().Where(u => !db.Memberships.Any(m => m.UserId == u.Id))
            .Select(u => new Account(u.Id, u.DisplayName, u.Email!)).ToListAsync(ct);
        WithoutRole = [.. others.OrderBy(o => o.Name, StringComparer.CurrentCulture)];
    }
}
