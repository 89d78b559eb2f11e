using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Account;

/// <summary>After the password, what only its owner has: the code of an application, or a recovery code.</summary>
public sealed class AccountSecondStepModel(CadranDb db, SignInManager<User> signIn, AccountGate gate, IStringLocalizer<Text> text)
    : PageModel
{
    [BindProperty]
    public CodeForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    /// <summary>The password was right a moment ago.</summary>
    public bool Begun { get; private set; }

    public async Task OnGetAsync() => Begun = await signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    public async Task<IActionResult> OnPostAsync()
    {
        User? user = await signIn.GetTwoFactorAuthenticationUserAsync();
        Begun = user is not null;
        if (user is null || !ModelState.IsValid) return this.Invalid();
        if (!gate.MayTryCode(HttpContext, user))
        {
            ModelState.AddModelError("Input.Code", text["Too many codes were tried. Wait an hour, or use a passkey."]);
            return this.TooMany();
        }
        string code = string.Concat(Input.Code!.Where(c => !char.IsWhiteSpace(c)));
        if ((await SignInAsync(code)).Succeeded) return LocalRedirect(AccountEndpoints.LocalPath(ReturnUrl));
        ModelState.AddModelError("Input.Code",
            text["This code is not right, or it has been used. A code of the application holds for half a minute."]);
        return this.Invalid();
    }

    private Task<Microsoft.AspNetCore.Identity.SignInResult> SignInAsync(string code)
    {
        if (code.All(char.IsAsciiDigit))
        {
            db.Because("account.second-step");
            return signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        }
        db.Because("account.second-step");
        return signIn.TwoFactorRecoveryCodeSignInAsync(RecoveryCodes.AsWritten(code));
    }

    public sealed class CodeForm
    {
        [Display(Name = "Code"), Required(ErrorMessage = "Enter a code."), StringLength(40)]
        public string? Code { get; set; }
    }
}
