using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.People;

public sealed class PeopleIndexModel(CadranDb db, Access access) : PageModel
{
    public sealed record Row(Guid Id, string Name, string Email, Role Role, LocalText Organisation);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostRemoveAsync(Guid membershipId, CancellationToken ct)
    {
        await LoadAsync(ct);
        Membership membership = await db.Memberships.FirstOrDefaultAsync(m => m.Id == membershipId, ct)
            ?? throw new MissingException("The role");
        access.Require(Right.Administer, membership.OrganisationId);
        membership.RequireRemovableBy(access.Actor);
        db.Memberships.Remove(membership);
        await db.Because("people.role-removed").SaveChangesAsync(ct);
        return Redirect(Routes.People.Index);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Administer);
        List<Guid> mine = [.. access.Where(Right.Administer)];
        Rows = await (from membership in db.Memberships.AsNoTracking()
                      join user in db.Users on membership.UserId equals user.Id
                      join organisation in db.Organisations on membership.OrganisationId equals organisation.Id
                      where mine.Contains(membership.OrganisationId)
                      orderby user.DisplayName, membership.Role
                      select new Row(membership.Id, user.DisplayName, user.Email!, membership.Role, organisation.Name)).ToListAsync(ct);
    }
}
