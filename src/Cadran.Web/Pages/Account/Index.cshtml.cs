using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Account;

public sealed class AccountIndexModel(CadranDb db, Access access, UserManager<User> users, SignInManager<User> signIn,
    UserSessions sessions, IStringLocalizer<Text> text) : PageModel
{
    public sealed record Given(Role Role, LocalText Organisation);

    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public bool Administers => access.CanSomewhere(Right.Administer);
    public IReadOnlyList<Given> Roles { get; private set; } = [];
    public bool SecondStep { get; private set; }
    public int Passkeys { get; private set; }
    public int Sessions { get; private set; }

    [BindProperty]
    public PasswordForm Input { get; set; } = new();

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        User user = await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        db.Because("account.password-changed");
        IdentityResult changed = await users.ChangePasswordAsync(user, Input.Present!, Input.New!);
        if (!changed.Succeeded)
        {
            foreach (IdentityError error in changed.Errors)
                if (error.Code == "PasswordMismatch") ModelState.AddModelError("Input.Present", text["This is not your present password."]);
                else ModelState.AddModelError("Input.New", AccountErrors.Say(error, text));
            return this.Invalid();
        }
        await signIn.RefreshSignInAsync(user);
        await sessions.EndAllAsync(user.Id, SessionCookies.Session(User), ct);
        TempData["Flash"] = text["Your password is changed."].Value;
        return Redirect(Routes.Account.Index);
    }

    private async Task<User> LoadAsync(CancellationToken ct)
    {
        User user = await users.GetUserAsync(User) ?? throw new MissingException("The account");
        (Name, Email, SecondStep) = (user.DisplayName, user.Email ?? "", user.TwoFactorEnabled);
        Passkeys = (await users.GetPasskeysAsync(user)).Count;
        Sessions = (await sessions.OfAsync(user.Id, ct)).Count;
        Roles = await db.Memberships.AsNoTracking().Where(m => m.UserId == user.Id)
            .Join(db.Organisations, m => m.OrganisationId, o => o.Id, (m, o) => new Given(m.Role, o.Name)).ToListAsync(ct);
        return user;
    }

    public sealed class PasswordForm
    {
        [Display(Name = "Present password"), Required(ErrorMessage = "Enter your present password.")]
        public string? Present { get; set; }

        [Display(Name = "New password"), Required(ErrorMessage = "Enter a new password.")]
        public string? New { get; set; }
    }
}
