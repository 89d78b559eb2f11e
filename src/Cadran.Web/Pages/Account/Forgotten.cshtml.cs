using System.ComponentModel.DataAnnotations;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Account;

/// <summary>Asks for a letter with a link; where no mail is set up, says who can help.</summary>
public sealed class AccountForgottenModel(Mailer mailer, AccountGate gate, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public AddressForm Input { get; set; } = new();

    public bool ByMail => mailer.IsSetUp;
    public bool Asked { get; private set; }

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid || !ByMail) return this.Invalid();
        // The same answer, at once, whether or not the address is that of an account.
        if (!gate.AskForLetter(HttpContext, Input.Email!))
        {
            ModelState.AddModelError("", text["Too many letters were asked for from here. Wait an hour."]);
            return this.TooMany();
        }
        Asked = true;
        return Page();
    }

    public sealed class AddressForm
    {
        [Display(Name = "E-mail address"), Required(ErrorMessage = "Enter your e-mail address.")]
        [StringLength(Cadran.People.User.EmailMaxLength)]
        public string? Email { get; set; }
    }
}
