using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>Everything respondents read that is not a question, the languages they may choose, and the wording of the channel.</summary>
public sealed class DraftsTextsModel(CadranDb db, Access access, IStringLocalizer<Text> text) : LoadedPage<Questionnaire>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TextsForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Languages => [.. LocalText.Languages.Select(l => new SelectListItem(text.LanguageName(l), l))];
    public IReadOnlyList<SelectListItem> Channels =>
        [new(text.Channel(""), ""), .. MeasureBank.Channels.Select(c => new SelectListItem(text.Channel(c), c))];

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Shown, _) = await db.FindQuestionnaireAsync(access, Id, Right.EditQuestionnaires, ct);
        Input = TextsForm.From(Shown);
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken ct)
    {
        (Shown, _) = await db.FindQuestionnaireAsync(access, Id, Right.EditQuestionnaires, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Rename(revision, Input.Name!);
        Shown.Change(revision, Input.Apply);
        await db.Because("questionnaire.texts").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Drafts.Edit(Id));
    }

    public sealed class SectionForm
    {
        public string Code { get; set; } = "";
        public LocalTextForm Title { get; set; } = new();
        public LocalTextForm Introduction { get; set; } = new();
    }

    public sealed class TextsForm
    {
        [Display(Name = "Name"), Required(ErrorMessage = "Give the questionnaire a name.")]
        [StringLength(Questionnaire.NameMaxLength, ErrorMessage = "A name may have at most 200 characters.")]
        public string? Name { get; set; }

        [Display(Name = "Languages respondents may choose"), Required(ErrorMessage = "Switch on at least one language.")]
        [MinLength(1, ErrorMessage = "Switch on at least one language.")]
        public string[] Languages { get; set; } = [];

        [Display(Name = "How clients get the service")]
        public string? Channel { get; set; }
        public LocalTextForm Title { get; set; } = new();
        public LocalTextForm Welcome { get; set; } = new();
        public LocalTextForm Thanks { get; set; } = new();
        public List<SectionForm> Sections { get; set; } = [];

        public static TextsForm From(Questionnaire questionnaire) => new()
        {
            Name = questionnaire.Name,
            Languages = [.. questionnaire.Draft.Languages],
            Channel = questionnaire.Draft.Channel,
            Title = LocalTextForm.From(questionnaire.Draft.Title),
            Welcome = LocalTextForm.From(questionnaire.Draft.Welcome),
            Thanks = LocalTextForm.From(questionnaire.Draft.Thanks),
            Sections = [.. questionnaire.Draft.Sections.Select(s =>
                new SectionForm { Code = s.Code, Title = LocalTextForm.From(s.Title), Introduction = LocalTextForm.From(s.Introduction) })],
        };

        public QuestionnaireContent Apply(QuestionnaireContent draft)
        {
            string channel = MeasureBank.Channels.Contains(Channel ?? "") ? Channel! : "";
            QuestionnaireContent changed = draft with
            {
                Title = Title.Onto(draft.Title),
                Welcome = Welcome.Onto(draft.Welcome),
                Thanks = Thanks.Onto(draft.Thanks),
            };
            changed = Sections.Aggregate(changed, (content, section) => content.Sections.FirstOrDefault(s => s.Code == section.Code)
                is { } before ? content.Describe(
                    section.Code, section.Title.Onto(before.Title), section.Introduction.Onto(before.Introduction)) : content);
            changed = changed.Speak(Languages);
            return channel == draft.Channel ? changed : changed.Reword(channel);
        }
    }
}
