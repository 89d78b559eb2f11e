using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>The bank of common measures, with those the draft asks already marked.</summary>
public sealed class DraftsAddModel(CadranDb db, Access access, IStringLocalizer<Text> text) : LoadedPage<Questionnaire>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task OnGetAsync(CancellationToken ct) =>
        (Shown, _) = await db.FindQuestionnaireAsync(access, Id, Right.EditQuestionnaires, ct);

    public async Task<IActionResult> OnPostAsync(string[] codes, int revision, CancellationToken ct)
    {
        (Shown, _) = await db.FindQuestionnaireAsync(access, Id, Right.EditQuestionnaires, ct);
        List<BankItem> chosen =
            [.. codes.Distinct().Select(code => MeasureBank.Current.Find(code) ?? throw new MissingException("The measure"))];
        if (chosen.Count == 0) ModelState.AddModelError("codes", text["Choose at least one measure."]);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Change(revision, draft => chosen.Aggregate(draft, (content, item) => content.Add(item)));
        await db.Because("questionnaire.add").SaveChangesAsync(ct);
        TempData["Flash"] = Localization.Plural(text, "{0} question added.|{0} questions added.", chosen.Count);
        return Redirect(Routes.Drafts.Edit(Id));
    }
}
