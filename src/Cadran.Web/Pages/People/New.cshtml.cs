using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.People;

public sealed class PeopleNewModel(CadranDb db, Access access, RoleChanges roles, UserManager<User> users, OneTimeLinks links,
    IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles =>
        Enum.GetValues<Role>().Where(role => role.HasPages()).Select(role => new SelectListItem(text[role.ToString()], role.ToString()));

    /// <summary>Address where the new person chooses a password; shown once.</summary>
    public string? Invitation { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        access.Require(Right.Administer, Input.OrganisationId!.Value);
        Membership.RequireGivable(Input.Role);

        // The account and its role together, by somebody who is still an administrator when they are saved.
        await using var change = await roles.BeginAsync(access.Actor, Input.OrganisationId.Value, ct);
        User? user = await users.FindByEmailAsync(Input.Email!);
        bool isNew = user is null;
        if (user is null)
        {
            user = Cadran.People.User.Invite(Input.Email!, Input.DisplayName!);
            db.Because("people.account-created");
            IdentityResult created = await users.CreateAsync(user);
            if (!created.Succeeded)
            {
                foreach (IdentityError error in created.Errors) ModelState.AddModelError("Input.Email", AccountErrors.Say(error, text));
                return this.Invalid();
            }
        }
        if (await db.Memberships.AnyAsync(m => m.UserId == user.Id && m.OrganisationId == Input.OrganisationId && m.Role == Input.Role, ct))
            throw Membership.AlreadyGiven();
        db.Memberships.Add(Membership.Give(user.Id, Input.OrganisationId.Value, Input.Role));
        await db.Because("people.role-given").SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        if (!isNew) return Redirect(Routes.People.Index);
        Invitation = await links.AddressAsync(user, Request);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Administer);
        Organisations = await OrganisationChoices.ForAsync(db, access, Right.Administer, ct);
    }

    public sealed class PersonForm
    {
        [Display(Name = "Name"), Required(ErrorMessage = "Enter the person’s name.")]
        [StringLength(Cadran.People.User.DisplayNameMaxLength)]
        public string? DisplayName { get; set; }

        [Display(Name = "E-mail address"), Required(ErrorMessage = "Enter an e-mail address such as name@example.org.")]
        [EmailAddress(ErrorMessage = "Enter an e-mail address such as name@example.org.")]
        [StringLength(Cadran.People.User.EmailMaxLength, ErrorMessage = "Enter an e-mail address such as name@example.org.")]
        public string? Email { get; set; }

        [Display(Name = "Role")]
        public Role Role { get; set; } = Role.Analyst;

        [Display(Name = "Organisation"), Required(ErrorMessage = "Choose an organisation.")]
        public Guid? OrganisationId { get; set; }
    }
}
