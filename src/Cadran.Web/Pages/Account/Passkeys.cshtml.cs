using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Account;

public sealed class AccountPasskeysModel(CadranDb db, UserManager<User> users, SignInManager<User> signIn, IStringLocalizer<Text> text)
    : PageModel
{
    public const int Most = 20;

    public sealed record Row(string Id, string Name, DateOnly AddedOn);

    [BindProperty]
    public PasskeyForm Input { get; set; } = new();

    public IReadOnlyList<Row> Keys { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    /// <summary>What the browser asks the device.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        User user = await LoadAsync();
        return Content(await signIn.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.DisplayName }), "application/json");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        User user = await LoadAsync();
        if (!ModelState.IsValid) return this.Invalid();
        if (Keys.Count >= Most)
        {
            ModelState.AddModelError("", text["You have {0} passkeys. Remove one that you do not use any more.", Most]);
            return this.Invalid();
        }
        if (await MadeAsync(Input.Credential!, user) is not { } passkey)
        {
            ModelState.AddModelError("", text["The passkey of the device could not be checked. Try again."]);
            return this.Invalid();
        }
        passkey.Name = Input.Name;
        db.Because("account.passkey-added");
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        TempData["Flash"] = text["The passkey is added. You can sign in with it from now on."].Value;
        return Redirect(Routes.Account.Passkeys);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? key)
    {
        User user = await LoadAsync();
        if (Keys.All(k => k.Id != key)) return NotFound();
        db.Because("account.passkey-removed");
        await users.RemovePasskeyAsync(user, WebEncoders.Base64UrlDecode(key!));
        return Redirect(Routes.Account.Passkeys);
    }

    private async Task<UserPasskeyInfo?> MadeAsync(string credential, User user)
    {
        try
        {
            PasskeyAttestationResult made = await signIn.PerformPasskeyAttestationAsync(credential);
            return made.Succeeded && made.UserEntity.Id == user.Id.ToString() ? made.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // It answers a question that was not asked here, or too long ago.
            return null;
        }
    }

    private async Task<User> LoadAsync()
    {
        User user = await users.GetUserAsync(User) ?? throw new MissingException("The account");
        Keys = [.. (await users.GetPasskeysAsync(user)).OrderBy(p => p.CreatedAt).Select(p => new Row(
            WebEncoders.Base64UrlEncode(p.CredentialId), p.Name ?? "", DateOnly.FromDateTime(p.CreatedAt.LocalDateTime)))];
        return user;
    }

    public sealed class PasskeyForm
    {
        [Display(Name = "Name"), Required(ErrorMessage = "Give the passkey a name."), StringLength(60)]
        public string? Name { get; set; }

        [Required(ErrorMessage = "The device gave no passkey. Try again.")]
        public string? Credential { get; set; }
    }
}
