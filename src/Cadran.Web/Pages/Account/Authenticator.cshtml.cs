using System.ComponentModel.DataAnnotations;
using System.Text;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using QRCoder;

namespace Cadran.Web.Pages.Account;

/// <summary>The second step of one's own account: an application for one-time codes, and recovery codes for when it is lost.</summary>
public sealed class AccountAuthenticatorModel(CadranDb db, UserManager<User> users, SignInManager<User> signIn, UserSessions sessions,
    AccountGate gate, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public StepForm Input { get; set; } = new();

    public bool IsOn { get; private set; }

    /// <summary>What the application is to be given, in groups of four; null before it begins.</summary>
    public string? Key { get; private set; }

    /// <summary>The same as a picture.</summary>
    public string? Square { get; private set; }
    public int CodesLeft { get; private set; }

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostBeginAsync()
    {
        User user = await LoadAsync();
        if (IsOn) return Redirect(Routes.Account.Authenticator);
        if (!Knows(user)) return this.Invalid();
        db.Because("account.second-step-begun");
        await users.ResetAuthenticatorKeyAsync(user);
        return await DoneAsync(user);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        User user = await LoadAsync();
        if (IsOn || Key is null) return Redirect(Routes.Account.Authenticator);
        string code = string.Concat((Input.Code ?? "").Where(char.IsAsciiDigit));
        if (!gate.MayTryCode(HttpContext, user)
            || !await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            ModelState.AddModelError("Input.Code", text["This is not what the application shows now. Is the clock of the device right?"]);
            return this.Invalid();
        }
        db.Because("account.second-step-on");
        await users.SetTwoFactorEnabledAsync(user, true);
        await MakeCodesAsync(user);
        await DoneAsync(user);
        return Page();
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        User user = await LoadAsync();
        if (!IsOn) return Redirect(Routes.Account.Authenticator);
        await MakeCodesAsync(user);
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        User user = await LoadAsync();
        if (!IsOn) return Redirect(Routes.Account.Authenticator);
        if (!Knows(user)) return this.Invalid();
        db.Because("account.second-step-off");
        await users.SetTwoFactorEnabledAsync(user, false);
        db.Because("account.second-step-off");
        await users.ResetAuthenticatorKeyAsync(user);
        TempData["Flash"] = text["The second step is off."].Value;
        return await DoneAsync(user);
    }

    // A browser left open must not be enough to shut its owner out.
    private bool Knows(User user)
    {
        if (gate.MayTry(HttpContext, user.Email!, user) && gate.Opens(HttpContext, user, Input.Password ?? "")) return true;
        ModelState.AddModelError("Input.Password", text["This is not your present password."]);
        return false;
    }

    private async Task MakeCodesAsync(User user)
    {
        db.Because("account.recovery-codes");
        Codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes.Number) ?? []];
    }

    // The account has another stamp: this session goes on with it, the others end.
    private async Task<IActionResult> DoneAsync(User user)
    {
        await signIn.RefreshSignInAsync(user);
        await sessions.EndAllAsync(user.Id, SessionCookies.Session(User), HttpContext.RequestAborted);
        return Redirect(Routes.Account.Authenticator);
    }

    private async Task<User> LoadAsync()
    {
        User user = await users.GetUserAsync(User) ?? throw new MissingException("The account");
        IsOn = user.TwoFactorEnabled;
        CodesLeft = IsOn ? await users.CountRecoveryCodesAsync(user) : 0;
        if (!IsOn && await users.GetAuthenticatorKeyAsync(user) is { } key)
        {
            Key = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
            Square = Draw($"otpauth://totp/Cadran:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer=Cadran&digits=6");
        }
        return user;
    }

    private static string Draw(string address)
    {
        using var generator = new QRCodeGenerator();
        using QRCodeData data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg.GetGraphic(6, "#000000", "#ffffff")));
    }

    public sealed class StepForm
    {
        [Display(Name = "Code")]
        public string? Code { get; set; }

        [Display(Name = "Present password")]
        public string? Password { get; set; }
    }
}
