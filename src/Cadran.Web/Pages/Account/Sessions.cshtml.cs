using Cadran.People;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Account;

/// <summary>The sessions of one's own account.</summary>
public sealed class AccountSessionsModel(UserManager<User> users, UserSessions sessions, TimeProvider time, IStringLocalizer<Text> text)
    : PageModel
{
    public IReadOnlyList<UserSession> Sessions { get; private set; } = [];
    public Guid? Own => SessionCookies.Session(User);

    public DateTime Local(DateTime utc) => time.Local(utc);

    public async Task OnGetAsync(CancellationToken ct) => Sessions = await sessions.OfAsync((await UserAsync()).Id, ct);

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken ct)
    {
        await sessions.EndAsync((await UserAsync()).Id, session, ct);
        return Redirect(Routes.Account.Sessions);
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken ct)
    {
        await sessions.EndAllAsync((await UserAsync()).Id, Own, ct);
        TempData["Flash"] = text["All other sessions have ended."].Value;
        return Redirect(Routes.Account.Sessions);
    }

    private async Task<User> UserAsync() => await users.GetUserAsync(User) ?? throw new MissingException("The account");
}
