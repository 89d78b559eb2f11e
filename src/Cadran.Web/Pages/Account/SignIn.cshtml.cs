using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Account;

public sealed class AccountSignInModel(CadranDb db, UserManager<User> users, SignInManager<User> signIn, AccountGate gate,
    IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public SignInForm Input { get; set; } = new();

    /// <summary>Where the person was going.</summary>
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    /// <summary>Why the page comes; null for somebody who came by himself.</summary>
    [BindProperty(SupportsGet = true, Name = "why")]
    public SignInReason? Why { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return this.Invalid();
        User? user = await users.FindByEmailAsync(Input.Email!);
        if (!gate.MayTry(HttpContext, Input.Email!, user))
        {
            ModelState.AddModelError("", text["Too many attempts from here. Wait five minutes, or choose a new password."]);
            return this.TooMany();
        }
        if (!gate.Opens(HttpContext, user, Input.Password!))
        {
            // The same words whether the account is unknown or disabled or the password wrong: nobody learns which accounts exist.
            ModelState.AddModelError("",
                text["The e-mail address or the password is not right. After several failures, wait five minutes."]);
            return this.Invalid();
        }
        db.Because("account.sign-in");
        var outcome = await signIn.PasswordSignInAsync(user!, Input.Password!, isPersistent: false, lockoutOnFailure: false);
        return outcome.RequiresTwoFactor ? Redirect(Routes.Account.SecondStep(ReturnUrl))
            : LocalRedirect(AccountEndpoints.LocalPath(ReturnUrl));
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(null!), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        ModelState.Clear();
        if (credential is { Length: > 0 } && await ByPasskeyAsync(credential))
            return LocalRedirect(AccountEndpoints.LocalPath(ReturnUrl));
        ModelState.AddModelError("", text["This passkey opens no account here. Sign in with your password."]);
        return this.Invalid();
    }

    private async Task<bool> ByPasskeyAsync(string credential)
    {
        try
        {
            db.Because("account.sign-in");
            return (await signIn.PasskeySignInAsync(credential)).Succeeded;
        }
        catch (InvalidOperationException)
        {
            // It answers a question that was not asked here, or too long ago.
            return false;
        }
    }

    public sealed class SignInForm
    {
        [Display(Name = "E-mail address"), Required(ErrorMessage = "Enter your e-mail address.")]
        public string? Email { get; set; }

        [Display(Name = "Password"), Required(ErrorMessage = "Enter your password.")]
        public string? Password { get; set; }
    }
}
