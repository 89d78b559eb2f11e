using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Account;

/// <summary>Where an invited person chooses a password. The token is used up by it.</summary>
public sealed class AccountPasswordModel(CadranDb db, UserManager<User> users, UserSessions sessions, IStringLocalizer<Text> text)
    : PageModel
{
    [BindProperty(SupportsGet = true, Name = "user")]
    public Guid UserId { get; set; }

    [BindProperty(SupportsGet = true, Name = "token")]
    public string Token { get; set; } = "";

    [BindProperty]
    public PasswordForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return this.Invalid();
        db.Because("account.password-chosen");
        User? user = await users.FindByIdAsync(UserId.ToString());
        IdentityResult outcome = user is null
            ? IdentityResult.Failed(new IdentityError { Code = "InvalidToken" }) // an unknown account answers like a used link
            : await users.ResetPasswordAsync(user, Token, Input.Password!);
        if (outcome.Succeeded)
        {
            await sessions.EndAllAsync(UserId, null, HttpContext.RequestAborted);
            TempData["Flash"] = text["Your password is saved. Sign in with it."].Value;
            return Redirect(Routes.Account.SignIn);
        }
        foreach (IdentityError error in outcome.Errors) ModelState.AddModelError("Input.Password", AccountErrors.Say(error, text));
        return this.Invalid();
    }

    public sealed class PasswordForm
    {
        [Display(Name = "Password"), Required(ErrorMessage = "Enter your password.")]
        public string? Password { get; set; }
    }
}
