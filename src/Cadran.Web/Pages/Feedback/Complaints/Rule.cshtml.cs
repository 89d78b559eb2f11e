using System.ComponentModel.DataAnnotations;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Feedback;

/// <summary>What an organisation promises to whoever complains. Complaints that came before keep the days they were promised.</summary>
public sealed class ComplaintsRuleModel(CadranDb db, Access access, ComplaintRules rules, OrganisationTrees trees, TimeProvider time,
    IStringLocalizer<Text> text) : LoadedPage<Organisation>
{
    [BindProperty(SupportsGet = true)]
    public Guid Organisation { get; set; }

    [BindProperty]
    public RuleForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Calendars { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        Input = RuleForm.Of(await rules.OfAsync(Organisation, ct));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        ComplaintRule? rule = await db.ComplaintRules.FirstOrDefaultAsync(r => r.OrganisationId == Organisation, ct);
        if (rule is null) db.ComplaintRules.Add(rule = ComplaintRule.For(Organisation));
        Guid? calendar = Calendars.Any(c => c.Value == Input.CalendarId.ToString()) ? Input.CalendarId : null;
        rule.Change(Input.DecideInDays!.Value, Input.AnswerInOpenDays!.Value, calendar, Input.KeptMonths!.Value,
            new LocalText(Input.RecourseEn?.Trim() ?? "", Input.RecourseFr?.Trim() ?? ""), access.Actor, time.Now);
        await db.Because("complaint-rule.change").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Complaints.Rule(Organisation));
    }

    private async Task<Organisation> LoadAsync(CancellationToken ct)
    {
        access.Require(Right.Administer, Organisation);
        Calendars = [.. (await db.CalendarsForAsync(trees, Organisation, ct)).Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
        return await db.Organisations.AsNoTracking().FirstAsync(o => o.Id == Organisation, ct);
    }

    public sealed class RuleForm
    {
        [Display(Name = "Days until it is said whether a complaint is admitted"), Required(ErrorMessage = "Enter a number of days.")]
        public int? DecideInDays { get; set; }

        [Display(Name = "Open days until a complaint is answered"), Required(ErrorMessage = "Enter a number of days.")]
        public int? AnswerInOpenDays { get; set; }

        [Display(Name = "Calendar of the open days")]
        public Guid? CalendarId { get; set; }

        [Display(Name = "Months after the end of a complaint in which what people wrote is kept")]
        [Required(ErrorMessage = "Enter a number of months.")]
        public int? KeptMonths { get; set; }

        [Display(Name = "Where else to go, in English"), StringLength(ComplaintRule.RecourseMaxLength,
            ErrorMessage = "Use at most {1} characters.")]
        public string? RecourseEn { get; set; }

        [Display(Name = "Where else to go, in French"), StringLength(ComplaintRule.RecourseMaxLength,
            ErrorMessage = "Use at most {1} characters.")]
        public string? RecourseFr { get; set; }

        public static RuleForm Of(ComplaintRule rule) => new()
        {
            DecideInDays = rule.DecideInDays,
            AnswerInOpenDays = rule.AnswerInOpenDays,
            CalendarId = rule.CalendarId,
            KeptMonths = rule.KeptMonths,
            RecourseEn = rule.Recourse.En,
            RecourseFr = rule.Recourse.Fr,
        };
    }
}
