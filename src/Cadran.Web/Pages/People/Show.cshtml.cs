using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.People;

/// <summary>An account, for who helps its owner into it or closes it.</summary>
public sealed class PeopleShowModel(CadranDb db, Access access, RoleChanges changes, UserManager<User> users, UserSessions sessions,
    OneTimeLinks links, TimeProvider time, IStringLocalizer<Text> text) : LoadedPage<PersonView>, IReloadedPage
{
    /// <summary>Address where the person chooses a password; shown once.</summary>
    public string? Link { get; private set; }

    public bool IsOneself => Shown.Id == access.Actor.UserId;

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Shown = await LoadAsync(id, ct);

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        (IDbContextTransaction transaction, User person) = await changes.BeginAccountAsync(access.Actor, id, ct);
        await using (transaction)
        {
            // Links given before end with the stamp they were made under.
            person.EndWhatIsOpen();
            await db.Because("people.link-given").SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        await sessions.EndAllAsync(id, null, ct);
        Link = await links.AddressAsync(person, Request);
        return Page();
    }

    public async Task<IActionResult> OnPostSessionsAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        await changes.EndSessionsAsync(access.Actor, id, ct);
        return await DoneAsync(text["The person is signed out everywhere."], ct);
    }

    public async Task<IActionResult> OnPostDisableAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        await changes.DisableAsync(access.Actor, id, time.Now, ct);
        return await DoneAsync(text["The account is disabled."], ct);
    }

    public async Task<IActionResult> OnPostEnableAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        await changes.EnableAsync(access.Actor, id, ct);
        return await DoneAsync(text["The account is open again."], ct);
    }

    public async Task<IActionResult> OnPostWithoutSecondStepAsync(Guid id, CancellationToken ct)
    {
        Shown = await LoadAsync(id, ct);
        (IDbContextTransaction transaction, User person) = await changes.BeginAccountAsync(access.Actor, id, ct);
        await using (transaction)
        {
            db.Because("people.second-step-removed");
            await users.SetTwoFactorEnabledAsync(person, false);
            await transaction.CommitAsync(ct);
        }
        return await DoneAsync(text["The second step is off."], ct);
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(Shown.Id, ct);

    private async Task<IActionResult> DoneAsync(string said, CancellationToken ct)
    {
        await sessions.EndAllAsync(Shown.Id, null, ct);
        TempData["Flash"] = said;
        return Redirect(Routes.People.Show(Shown.Id));
    }

    private async Task<PersonView> LoadAsync(Guid id, CancellationToken ct)
    {
        bool overAll = await changes.IsOverAsync(access, id, ct);
        User person = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct) ?? throw new MissingException("The person");
        List<Guid> mine = [.. access.Where(Right.Administer)];
        var roles = await db.Memberships.AsNoTracking().Where(m => m.UserId == id && mine.Contains(m.OrganisationId))
            .Join(db.Organisations, m => m.OrganisationId, o => o.Id, (m, o) => new PersonView.Given(m.Role, o.Name)).ToListAsync(ct);
        return new(id, person.DisplayName, person.Email ?? "", person.DisabledAtUtc, person.PasswordHash is not null,
            person.TwoFactorEnabled, (await sessions.OfAsync(id, ct)).Count, roles, overAll);
    }
}
