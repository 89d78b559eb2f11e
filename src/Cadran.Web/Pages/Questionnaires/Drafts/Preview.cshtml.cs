using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>The draft as respondents will see it, all sections one under the other. Nothing can be sent from here.</summary>
public sealed class DraftsPreviewModel(CadranDb db, Access access) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    public Questionnaire Questionnaire { get; private set; } = null!;
    public string Shown { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Questionnaire, _) = await db.FindQuestionnaireAsync(access, Id, Right.Read, ct);
        Shown = Questionnaire.Draft.ShownIn(Language ?? Localization.Language);
        if (Language is not null && Shown != Language) throw new MissingException("The language");
    }
}
