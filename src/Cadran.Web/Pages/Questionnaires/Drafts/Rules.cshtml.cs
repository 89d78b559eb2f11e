using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>One rule of a draft: put together by choosing, or written as text by who knows how.</summary>
public sealed class DraftsRulesModel(CadranDb db, Access access, IStringLocalizer<Text> text) : LoadedPage<Questionnaire>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What the rule decides.</summary>
    [BindProperty(SupportsGet = true)]
    public RuleUse Use { get; set; }

    /// <summary>Of the question, or of the section.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Option { get; set; }

    [BindProperty]
    public RuleForm Input { get; set; } = new();

    public RuleTarget Target => new(Use, Code, Option ?? "");
    public QuestionnaireContent Draft => Shown.Draft;
    public IReadOnlyList<SelectListItem> Lines => RuleLines.Of(text, Draft, Target.Before(Draft));
    public IReadOnlyList<SelectListItem> Joins =>
        [new(text["all of these are so"], "all"), new(text["one of these is so, or more"], "any")];

    /// <summary>The rule as it is stored, in words; null where there is none.</summary>
    public string? Words => Target.In(Draft).Condition is { } rule ? text.Say(Use, rule, Draft) : null;

    /// <summary>Where it goes back to.</summary>
    public string Back => Use is RuleUse.Section or RuleUse.End ? $"{Routes.Drafts.Edit(Id)}#s-{Code}" : Routes.Drafts.Question(Id, Code);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        (Condition? rule, LocalText words) = Target.In(Draft);
        Input = RuleForm.From(rule, words, Offered());
    }

    /// <param name="by">The button: the lines, or the text.</param>
    public async Task<IActionResult> OnPostAsync(int revision, string? by, CancellationToken ct)
    {
        await LoadAsync(ct);
        (_, LocalText before) = Target.In(Draft);
        RuleReading read = by != "text" ? Input.ReadLines(Offered())
            : string.IsNullOrWhiteSpace(Input.Text) ? new(null, null, 0) : RuleText.Read(Input.Text);
        if (read.Problem is { } problem)
            ModelState.AddModelError(by == "text" ? "Input.Text" : $"Input.Lines[{read.At}]",
                by == "text" ? text["{0} The problem is at character {1}.", text[problem].Value, read.At + 1] : text[problem]);
        LocalText words = Input.Words.Onto(before);
        if (read.Condition is not null && Target.HasWords && words == LocalText.Empty)
            ModelState.AddModelError("Input.Words.En", text["Write what people are told."]);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Change(revision, draft => Target.Put(draft, read.Condition, words));
        await db.Because("questionnaire.rule").SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Back);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        (Shown, _) = await db.FindQuestionnaireAsync(access, Id, Right.EditQuestionnaires, ct);
        Target.In(Draft);
    }

    private HashSet<string> Offered() => [.. Lines.Select(line => line.Value)];
}
