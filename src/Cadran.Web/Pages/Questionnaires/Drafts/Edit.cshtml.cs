using Cadran.Catalogue;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>The draft: every question in order, what the field says about it, and what can be done to each.</summary>
public sealed class DraftsEditModel(CadranDb db, Access access, IStringLocalizer<Text> text) : LoadedPage<DraftView>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task OnGetAsync(CancellationToken ct) => Shown = await LoadAsync(Right.Read, ct);

    public async Task<IActionResult> OnPostItemAsync(string code, string act, int revision, CancellationToken ct)
    {
        Shown = await LoadAsync(Right.EditQuestionnaires, ct);
        Question question = Shown.Questionnaire.Draft.Find(code) ?? throw new MissingException("The question");
        (string because, Func<QuestionnaireContent, QuestionnaireContent> change) = act switch
        {
            "up" => ("questionnaire.up", draft => draft.Move(code, up: true)),
            "down" => ("questionnaire.down", draft => draft.Move(code, up: false)),
            "remove" => ("questionnaire.remove", draft => draft.Remove(code)),
            "require" => ("questionnaire.require", draft => draft.Replace(question with { Required = true })),
            "free" => ("questionnaire.free", draft => draft.Replace(question with { Required = false })),
            _ => default((string, Func<QuestionnaireContent, QuestionnaireContent>)),
        };
        if (change is null) throw new MissingException("The action");
        Shown.Questionnaire.Change(revision, change);
        await db.Because(because).SaveChangesAsync(ct);
        if (act != "remove") return Redirect(Routes.Drafts.Question(Id, code));
        TempData["Warning"] = text["“{0}” was removed. You can undo this.", question.Text.In(Localization.Language)].Value;
        return Redirect(Routes.Drafts.Edit(Id));
    }

    public async Task<IActionResult> OnPostUndoAsync(int revision, CancellationToken ct)
    {
        Shown = await LoadAsync(Right.EditQuestionnaires, ct);
        Shown.Questionnaire.Undo(revision);
        await db.Because("questionnaire.undo").SaveChangesAsync(ct);
        TempData["Flash"] = text["The last change was undone."].Value;
        return Redirect(Routes.Drafts.Edit(Id));
    }

    /// <summary>A draft that was never published: nobody has answered it.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(int revision, CancellationToken ct)
    {
        Shown = await LoadAsync(Right.EditQuestionnaires, ct);
        Shown.Questionnaire.RequireDeletable(revision);
        db.Questionnaires.Remove(Shown.Questionnaire);
        await db.Because("questionnaire.delete").SaveChangesAsync(ct);
        TempData["Flash"] = text["The draft “{0}” was deleted.", Shown.Questionnaire.Name].Value;
        return Redirect(Routes.Questionnaires.Index());
    }

    private async Task<DraftView> LoadAsync(Right right, CancellationToken ct)
    {
        (Questionnaire questionnaire, Service service) = await db.FindQuestionnaireAsync(access, Id, right, ct);
        var versions = await db.QuestionnaireVersions.Where(v => v.QuestionnaireId == Id).OrderByDescending(v => v.Number)
            .Select(v => new { v.Id, v.Number, v.PublishedAtUtc }).ToListAsync(ct);
        List<Guid> ids = [.. versions.Select(v => v.Id)];
        return new()
        {
            Questionnaire = questionnaire,
            Service = service,
            Versions = [.. versions.Select(v => (v.Number, v.PublishedAtUtc))],
            MayEdit = access.Can(Right.EditQuestionnaires, service.OrganisationId),
            Waves = await db.Waves.CountAsync(w => ids.Contains(w.VersionId), ct),
        };
    }
}
