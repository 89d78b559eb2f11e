using System.ComponentModel.DataAnnotations;
using Cadran.Catalogue;
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

/// <summary>A questionnaire starts from the common measures, in the wording of the channel through which the service is given.</summary>
public sealed class QuestionnairesNewModel(CadranDb db, Access access, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public NewForm Input { get; set; } = new();

    public ServiceChoices Services { get; private set; } = ServiceChoices.None;
    public IReadOnlyList<SelectListItem> Channels { get; private set; } = [];

    public async Task OnGetAsync(Guid? service, CancellationToken ct)
    {
        Input.ServiceId = service;
        await LoadAsync(ct);
        if (Services.IsSearched) Input.Service = await ServiceChoices.NumberAsync(db, service, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Input.ServiceId is null && Services.IsSearched)
        {
            ModelState.Remove("Input.ServiceId");
            Input.ServiceId = await ServiceChoices.FindAsync(
                db, access, Right.EditQuestionnaires, Input.Service, ModelState, "Input.Service", text, ct);
        }
        if (!ModelState.IsValid) return this.Invalid();
        Service service = await db.FindServiceAsync(access, Input.ServiceId!.Value, Right.EditQuestionnaires, ct);
        string channel = MeasureBank.Channels.Contains(Input.Channel ?? "") ? Input.Channel! : "";
        var questionnaire = Questionnaire.Start(service.Id, Input.Name!, MeasureBank.Current.CoreQuestionnaire(TitleFor(service), channel)
            with
        { Channel = channel, Languages = await db.LanguagesOfAsync(service, ct) });
        db.Questionnaires.Add(questionnaire);
        await db.Because("questionnaire.create").SaveChangesAsync(ct);
        TempData["Flash"] = text["The common measures are in. Add, remove and order, then publish."].Value;
        return Redirect(Routes.Drafts.Edit(questionnaire.Id));
    }

    /// <summary>What respondents read at the top.</summary>
    public static LocalText TitleFor(Service service) => new(
        $"Your experience with: {service.Name.In("en")}", $"Votre expérience\u00A0: {service.Name.In("fr")}",
        $"Uw ervaring met: {service.Name.In("nl")}", $"Ihre Erfahrung mit: {service.Name.In("de")}");

    private async Task LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.EditQuestionnaires);
        Services = await ServiceChoices.ForAsync(db, access, Right.EditQuestionnaires, ct);
        Channels = [.. MeasureBank.Channels.Prepend("").Select(c => new SelectListItem(text.Channel(c), c, c == (Input.Channel ?? "")))];
    }

    public sealed class NewForm
    {
        [Display(Name = "Service"), Required(ErrorMessage = "Choose a service.")]
        public Guid? ServiceId { get; set; }

        /// <summary>Its number or words of its name, where there are too many to list.</summary>
        [Display(Name = "Service, name or number"), StringLength(200)]
        public string? Service { get; set; }

        [Display(Name = "Name"), Required(ErrorMessage = "Give the questionnaire a name.")]
        [StringLength(Questionnaire.NameMaxLength, ErrorMessage = "A name may have at most 200 characters.")]
        public string? Name { get; set; }

        [Display(Name = "How clients get the service")]
        public string? Channel { get; set; }
    }
}
