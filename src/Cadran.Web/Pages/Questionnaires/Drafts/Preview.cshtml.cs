using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>The draft as respondents will see it, all sections one under the other. Nothing can be sent from here.</summary>
public sealed class DraftsPreviewModel(CadranDb db, Access access) : LoadedPage<DraftsPreviewModel.Draft>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    /// <param name="Language">In which it is shown.</param>
    public sealed record Draft(Questionnaire Questionnaire, string Language);

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Questionnaire questionnaire, _) = await db.FindQuestionnaireAsync(access, Id, Right.Read, ct);
        Shown = new(questionnaire, questionnaire.Draft.ShownIn(Language ?? Localization.Language));
        if (Language is not null && Shown.Language != Language) throw new MissingException("The language");
    }
}
