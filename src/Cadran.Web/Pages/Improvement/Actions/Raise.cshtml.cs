using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Raises an entry of the register: what is to be improved, and what makes one think so.</summary>
public sealed class ActionsRaiseModel(CadranDb db, Access access, EntrySources sources, TimeProvider time, IStringLocalizer<Text> text)
    : PageModel
{
    [BindProperty]
    public EntryForm Input { get; set; } = new();

    public ServiceChoices Services { get; private set; } = ServiceChoices.None;

    /// <summary>What it comes from, where the form was opened from there; null otherwise.</summary>
    public EntryOrigin? Origin { get; private set; }

    // What is kept here is raised from its own page, where one sees what one writes about.
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<SourceKind>().Where(k => !EntrySource.IsKept(k))
        .Select(k => new SelectListItem(text[SourceWords.Word(k)], k.ToString()));

    public async Task OnGetAsync(Guid? service, SourceKind? kind, Guid? source, CancellationToken ct)
    {
        (Input.ServiceId, Input.Kind, Input.Source, Input.WantedBy) = (service, kind, source, time.Today.AddMonths(3));
        await LoadAsync(ct);
        if (Services.IsSearched) Input.Service = await ServiceChoices.NumberAsync(db, service, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Services.IsSearched)
            Input.ServiceId = await ServiceChoices.FindAsync(
                db, access, Right.Improve, Input.Service, ModelState, "Input.Service", text, ct);
        else if (Input.ServiceId is null) ModelState.AddModelError("Input.ServiceId", text["Choose a service."]);
        if (!ModelState.IsValid) return this.Invalid();
        Service service = await db.FindServiceAsync(access, Input.ServiceId!.Value, Right.Improve, ct);
        EntrySource source = await sources.RequireAsync(Input.Kind!.Value, Input.Source, Input.Words, service.Id, ct);
        ImprovementAction entry = ImprovementAction.Raise(service.Id, source, WrittenText.Of(Input.Title, Input.AlsoTitle),
            WrittenText.Of(Input.Description, Input.AlsoDescription), Input.WantedBy!.Value, access.Actor, time.Now, Request.Number());
        db.ImprovementActions.Add(entry);
        await SentForm.OnceAsync(() => db.Because("action.raise").SaveChangesAsync(ct));
        return Redirect(Routes.Actions.Show(entry.Id));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Improve);
        Services = await ServiceChoices.ForAsync(db, access, Right.Improve, ct);
        if (Input is not { Kind: { } kind, Source: { } thing } || !EntrySource.IsKept(kind)) return;
        if (Input.ServiceId is { } id)
        {
            Service service = await db.FindServiceAsync(access, id, Right.Improve, ct);
            EntrySource source = await sources.RequireAsync(kind, thing, null, service.Id, ct);
            Origin = await new EntryOrigins(db, text).OfAsync(source, ct);
        }
        else Origin = new(kind, null, null, "");
    }
}
