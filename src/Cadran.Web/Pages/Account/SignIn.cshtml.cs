using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Account;

public sealed class AccountSignInModel(CadranDb db, SignInManager<User> signIn, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public SignInForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        if (!ModelState.IsValid) return this.Invalid();
        // Failures are counted and forgotten again: a change of state like any other.
        db.Because("account.sign-in");
        var outcome = await signIn.PasswordSignInAsync(Input.Email!, Input.Password!, isPersistent: false, lockoutOnFailure: true);
        if (outcome.Succeeded) return LocalRedirect(AccountEndpoints.LocalPath(returnUrl));
        // The same words whether the account is unknown, the password wrong or the account locked: nobody learns which accounts exist.
        ModelState.AddModelError("", text["The e-mail address or the password is not right. After several failures, wait five minutes."]);
        return this.Invalid();
    }

    public sealed class SignInForm
    {
        [Display(Name = "E-mail address"), Required(ErrorMessage = "Enter your e-mail address.")]
        public string? Email { get; set; }

        [Display(Name = "Password"), Required(ErrorMessage = "Enter your password.")]
        public string? Password { get; set; }
    }
}
