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
using Microsoft.EntityFrameworkCore;
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

    /// <summary>In which the questionnaire will be written: those of the organisation of the service.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];
    public IReadOnlyList<SelectListItem> LanguageChoices => [.. Languages.Select(l => new SelectListItem(text.LanguageName(l), l))];
    public IReadOnlyList<SelectListItem> Scales => text.Scales("numbers only");

    public async Task OnGetAsync(Guid? service, CancellationToken ct)
    {
        Input.ServiceId = service;
        await LoadAsync(ct);
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
            (Input.Columns, Input.Left) = ColumnProposals.Of(ImportColumns.Read(path), Input.Language!);
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

    /// <summary>Takes many columns at once, or none; nothing is kept.</summary>
    /// <param name="take">none, ratings or all.</param>
    public async Task<IActionResult> OnPostChooseAsync(string? take, CancellationToken ct)
    {
        await LoadAsync(ct);
        ModelState.Clear();
        foreach (ColumnForm column in Input.Columns)
            column.Use = take == "all" || (take == "ratings" && column.Looks) ? column.Use.Length > 0 ? column.Use : column.Proposed : "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Input.ServiceId is null && Services.IsSearched)
        {
            ModelState.Remove("Input.ServiceId");
            Input.ServiceId = await ServiceChoices.FindAsync(
                db, access, Right.EditQuestionnaires, Input.Service, ModelState, "Input.Service", text, ct);
            // Its organisation may work in fewer languages.
            if (Input.ServiceId is not null) await LoadAsync(ct);
        }
        if (ModelState.IsValid && !Input.Columns.Any(c => c.Include)) ModelState.AddModelError("", text["Choose at least one column."]);
        if (ModelState.IsValid && Input.Columns.Count(c => c.Include && c.Use == "overall") > 1)
            ModelState.AddModelError("", text["Only one column can be overall satisfaction."]);
        if (!ModelState.IsValid) return this.Invalid();
        Service service = await db.FindServiceAsync(access, Input.ServiceId!.Value, Right.EditQuestionnaires, ct);
        var questionnaire = Questionnaire.Start(
            service.Id, Input.Name!, Input.ToContent(QuestionnairesNewModel.TitleFor(service), Languages), Input.Reason);
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
        if (Services.IsSearched) Input.Service ??= await ServiceChoices.NumberAsync(db, Input.ServiceId, ct);
        // Before a service is chosen, all that it could be.
        List<Guid> mine = [.. access.Where(Right.EditQuestionnaires)];
        List<IReadOnlyList<string>> spoken = await db.Organisations.AsNoTracking()
            .Where(o => mine.Contains(o.Id) && (Input.ServiceId == null
                || db.Services.Any(s => s.Id == Input.ServiceId && s.OrganisationId == o.Id)))
            .Select(o => o.Languages).ToListAsync(ct);
        Languages = [.. spoken.Select(l => l[0]).Concat(spoken.SelectMany(l => l)).DefaultIfEmpty(Localization.Language).Distinct()];
        if (!Languages.Contains(Input.Language ?? ""))
            Input.Language = Languages.Contains(Localization.Language) ? Localization.Language : Languages[0];
    }
}
