using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>
/// Writes a question of one's own, or changes one. Common measures are not reworded here: that would break their comparison.
/// </summary>
public sealed class DraftsOwnModel(CadranDb db, Access access, IStringLocalizer<Text> text) : LoadedPage<Questionnaire>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Code of the question being changed; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public OwnForm Input { get; set; } = new();

    public IReadOnlyList<string> Languages => Shown.Draft.Languages;
    public IReadOnlyList<SelectListItem> Sections =>
        [.. Shown.Draft.Sections.Select(s => new SelectListItem(s.Title.In(Localization.Language), s.Code))];
    public IReadOnlyList<SelectListItem> Kinds => [.. QuestionKind.All.Select(kind => new SelectListItem(text.Of(kind), kind.Code))];
    public IReadOnlyList<SelectListItem> Roles => List<ItemRole>(text.Of);
    public IReadOnlyList<SelectListItem> Drivers => List<Driver>(text.Of);
    public IReadOnlyList<SelectListItem> Phases => List<Phase>(text.Of);
    public IReadOnlyList<SelectListItem> Orientations => List<Orientation>(text.Of);
    public IReadOnlyList<SelectListItem> Displays => List<QuestionDisplay>(text.Of);
    public IReadOnlyList<SelectListItem> TimeUnits => List<TimeUnit>(unit => DurationKind.NameOf(unit).In(Localization.Language));
    public IReadOnlyList<SelectListItem> Scales => text.Scales("Words of your own, below, or none");

    public async Task OnGetAsync(CancellationToken ct)
    {
        Question? question = await LoadAsync(ct);
        Input = question is not null ? OwnForm.From(question, GridOf(question)?.Text ?? LocalText.Empty)
            : new OwnForm { Section = Shown.Draft.Sections is [.., var last] ? last.Code : null };
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken ct)
    {
        Question? before = await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        string code = before?.Code
            ?? (string.IsNullOrEmpty(Input.Code) ? OwnItem.FreeCode(Shown.Draft, Input.Text.Text.In("en")) : Input.Code);
        if (before is null && MeasureBank.Current.Find(code) is not null)
            throw new RuleViolationException("questionnaire.common-code",
                "The code {0} belongs to a common measure. Choose another.", "Code", code);
        Question question = Input.ToQuestion(code, before);
        Shown.Change(revision, draft =>
            (before is not null ? draft.Replace(question) : WithSection(draft).Add(Input.Section ?? "own", question))
                .AskUnder(code, question.Kind is ScaleKind or OneOfKind ? Input.Grid.Onto(GridOf(before)?.Text ?? LocalText.Empty)
                    : LocalText.Empty));
        await db.Because(before is null ? "questionnaire.own-add" : "questionnaire.own-change").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Drafts.Question(Id, code));
    }

    // A questionnaire without any section gets one for its first question.
    private QuestionnaireContent WithSection(QuestionnaireContent draft)
    {
        if (draft.Sections.Count > 0) return draft;
        Input.Section = "own";
        return draft with { Sections = [new Section { Code = "own", Title = new("Questions", "Questions", "Vragen", "Fragen") }] };
    }

    private async Task<Question?> LoadAsync(CancellationToken ct)
    {
        (Shown, _) = await db.FindQuestionnaireAsync(access, Id, Right.EditQuestionnaires, ct);
        if (Code is null) return null;
        return Shown.Draft.Find(Code) is { Core: false } own ? own : throw new MissingException("The question");
    }

    private Grid? GridOf(Question? question) => question?.Grid is null ? null
        : Shown.Draft.Sections.FirstOrDefault(s => s.Questions.Contains(question))?.Grids.FirstOrDefault(g => g.Code == question.Grid);

    private static List<SelectListItem> List<TEnum>(Func<TEnum, string> name) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(value => new SelectListItem(name(value), value.ToString()))];
}
