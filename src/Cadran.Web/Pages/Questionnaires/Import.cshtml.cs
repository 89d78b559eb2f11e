using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>
/// Makes a draft of a file of LimeSurvey, XLSForm, SurveyJS, Qualtrics or Cadran. First it says what would come over and what would not.
/// </summary>
public sealed class QuestionnairesImportModel(
    CadranDb db, Access access, UploadFolder folder, IStringLocalizer<Text> text) : PageModel
{
    private const string Purpose = "questionnaire";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    [BindProperty]
    public ImportForm Input { get; set; } = new();

    public ServiceChoices Services { get; private set; } = ServiceChoices.None;

    /// <summary>What the file gives; null before one was chosen.</summary>
    public ImportedQuestionnaire? Found { get; private set; }

    public async Task OnGetAsync(Guid? service, CancellationToken ct)
    {
        Input.ServiceId = service;
        await LoadAsync(ct);
    }

    /// <summary>Reads the file and says what it gives; it is kept for a day, so that it can be taken.</summary>
    public async Task<IActionResult> OnPostLookAsync(IFormFile? upload, CancellationToken ct)
    {
        await LoadAsync(ct);
        ModelState.Clear();
        if (upload is null)
        {
            ModelState.AddModelError("upload", text["Choose a file."]);
            return this.Invalid();
        }
        Input.File = Guid.NewGuid();
        Input.FileName = UploadFolder.NameOf(upload.FileName);
        await using Stream sent = upload.OpenReadStream();
        string path = await folder.StoreAsync(Purpose, Input.File.Value, sent, Kept, ct);
        if (!Read())
        {
            System.IO.File.Delete(path);
            return this.Invalid();
        }
        Input.Name = Found!.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Input.ServiceId is null && Services.IsSearched)
        {
            ModelState.Remove("Input.ServiceId");
            Input.ServiceId = await ServiceChoices.FindAsync(
                db, access, Right.EditQuestionnaires, Input.Service, ModelState, "Input.Service", text, ct);
        }
        if (!Read() || !ModelState.IsValid) return this.Invalid();
        Service service = await db.FindServiceAsync(access, Input.ServiceId!.Value, Right.EditQuestionnaires, ct);
        var questionnaire = Questionnaire.Start(service.Id, Input.Name!, Found!.Content);
        db.Questionnaires.Add(questionnaire);
        await db.Because("questionnaire.import").SaveChangesAsync(ct);
        System.IO.File.Delete(PathOfFile);
        TempData["Flash"] = Localization.Plural(text,
            "{0} question came over. Read it, then publish.|{0} questions came over. Read them, then publish.",
            questionnaire.Draft.Questions.Count());
        return Redirect(Routes.Drafts.Edit(questionnaire.Id));
    }

    /// <summary>The answers that came with the questionnaire, as a file that the import of a wave reads.</summary>
    public async Task<IActionResult> OnPostAnswersAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        ModelState.Clear();
        if (!Read()) return this.Invalid();
        if (Found!.Responses is not { } csv) throw new MissingException("The file");
        return File(csv, "text/csv", Path.GetFileNameWithoutExtension(Input.FileName ?? "") + ".csv");
    }

    private string PathOfFile => folder.PathOf($"{Purpose}-{Input.File.GetValueOrDefault():N}");

    /// <summary>False when it cannot be read, which the form then says.</summary>
    private bool Read()
    {
        try
        {
            if (Input.File is null || !System.IO.File.Exists(PathOfFile))
                throw new RuleViolationException("interchange.gone", "The file is no longer kept. Choose it again.");
            Found = QuestionnaireFile.Read(PathOfFile, Input.FileName ?? "");
            return true;
        }
        catch (RuleViolationException unreadable)
        {
            Input.File = null;
            ModelState.AddModelError("upload", text[unreadable.Message, [.. unreadable.Args]]);
            return false;
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.EditQuestionnaires);
        Services = await ServiceChoices.ForAsync(db, access, Right.EditQuestionnaires, ct);
        if (Services.IsSearched) Input.Service ??= await ServiceChoices.NumberAsync(db, Input.ServiceId, ct);
    }
}
