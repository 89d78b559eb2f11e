using System.ComponentModel.DataAnnotations;
using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>How often one person may be asked; for whoever administers the organisation above all others.</summary>
public sealed class ContactsRuleModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text)
    : PageModel, IReloadedPage
{
    [BindProperty]
    public RuleForm Input { get; set; } = new();

    public ContactRule Rule { get; private set; } = ContactRule.Usual();

    public DateTime Local(DateTime utc) => time.Local(utc);

    public async Task OnGetAsync(CancellationToken ct) => Fill(await LoadAsync(ct));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Rule = await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        Rule.RequireUnchangedSince(Input.Version);
        Rule.Set(Input.DaysBetween!.Value, Input.TimesAYear!.Value, access.Actor, time.Now);
        if (db.Entry(Rule).State == EntityState.Detached) db.ContactRules.Add(Rule);
        await db.Because("contact-rule.set").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Contacts.Rule);
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        ModelState.Clear();
        Fill(await LoadAsync(ct));
    }

    private void Fill(ContactRule rule) =>
        (Rule, Input.DaysBetween, Input.TimesAYear, Input.Version) = (rule, rule.DaysBetween, rule.TimesAYear, rule.Version);

    private async Task<ContactRule> LoadAsync(CancellationToken ct)
    {
        if (!access.CanAtTop(Right.Administer)) throw new ForbiddenException(nameof(Right.Administer));
        return await db.ContactRules.FirstOrDefaultAsync(ct) ?? ContactRule.Usual();
    }

    public sealed class RuleForm
    {
        /// <summary>Of the rule that the form was made from.</summary>
        public int Version { get; set; }

        [Display(Name = "Days between two surveys"), Required]
        public int? DaysBetween { get; set; }

        [Display(Name = "Times a year at most"), Required]
        public int? TimesAYear { get; set; }
    }
}
