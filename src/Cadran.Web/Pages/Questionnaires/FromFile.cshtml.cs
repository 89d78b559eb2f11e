using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>
/// Makes a questionnaire whose items are the columns of a file, so that answers of somebody else's survey can be imported.
/// </summary>
public sealed class QuestionnairesFromFileModel(
    CadranDb db, Access access, UploadFolder folder, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public FromFileForm Input { get; set; } = new();

    public ServiceChoices Services { get; private set; } = ServiceChoices.None;
    public IReadOnlyList<SelectListItem> Scales => text.Scales("numbers only");

    public async Task OnGetAsync(Guid? service, CancellationToken ct)
    {
        Input.ServiceId = service;
        await LoadAsync(ct);
        if (Services.IsSearched) Input.Service = await ServiceChoices.NumberAsync(db, service, ct);
    }

    /// <summary>Looks at the file and proposes; nothing is kept.</summary>
    public async Task<IActionResult> OnPostLookAsync(IFormFile? upload, CancellationToken ct)
    {
        await LoadAsync(ct);
        ModelState.Clear();
        if (upload is null)
        {
            ModelState.AddModelError("upload", text["Choose a file."]);
            return this.Invalid();
        }
        await using Stream sent = upload.OpenReadStream();
        string path = await folder.StoreAsync("columns", Guid.NewGuid(), sent, TimeSpan.FromDays(1), ct);
        try
        {
            Input.Columns = ColumnProposals.Of(ImportColumns.Read(path));
        }
        catch (RuleViolationException unreadable)
        {
            ModelState.AddModelError("upload", text[unreadable.Message, [.. unreadable.Args]]);
            return this.Invalid();
        }
        finally { System.IO.File.Delete(path); }
        Input.Name ??= Path.GetFileNameWithoutExtension(ImportResponses.DisplayName(upload.FileName));
        if (Input.Columns.Count > 0) return Page();
        ModelState.AddModelError("upload", text["No column of this file looks like a rating or a choice."]);
        return this.Invalid();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Input.ServiceId is null && Input.Service is { Length: > 0 } written)
        {
            ModelState.Remove("Input.ServiceId");
            Input.ServiceId = await ServiceChoices.FindAsync(
                db, access, Right.EditQuestionnaires, written, ModelState, "Input.Service", text, ct);
        }
        if (ModelState.IsValid && !Input.Columns.Any(c => c.Include)) ModelState.AddModelError("", text["Choose at least one column."]);
        if (ModelState.IsValid && Input.Columns.Count(c => c.Include && c.Use == "overall") > 1)
            ModelState.AddModelError("", text["Only one column can be overall satisfaction."]);
        if (!ModelState.IsValid) return this.Invalid();
        Service service = await db.FindServiceAsync(access, Input.ServiceId!.Value, Right.EditQuestionnaires, ct);
        var questionnaire = Questionnaire.Start(
            service.Id, Input.Name!, Input.ToContent(QuestionnairesNewModel.TitleFor(service)), Input.Reason);
        db.Questionnaires.Add(questionnaire);
        await db.Because("questionnaire.create").SaveChangesAsync(ct);
        TempData["Flash"] = Localization.Plural(text,
            "{0} question made from the file. Read the words, then publish.|" +
            "{0} questions made from the file. Read the words, then publish.",
            questionnaire.Draft.Questions.Count());
        return Redirect(Routes.Drafts.Edit(questionnaire.Id));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.EditQuestionnaires);
        Services = await ServiceChoices.ForAsync(db, access, Right.EditQuestionnaires, ct);
    }
}
