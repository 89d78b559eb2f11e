using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>A frozen version: what was asked, and how it differs from the one before.</summary>
public sealed class VersionsShowModel(CadranDb db, Access access) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Questionnaire Questionnaire { get; private set; } = null!;
    public QuestionnaireVersion Version { get; private set; } = null!;
    public VersionChanges? Changes { get; private set; }

    /// <summary>Language in which questions are shown as respondents see them.</summary>
    public string Shown => Version.Content.ShownIn(Localization.Language);
    public IReadOnlyList<(Guid Id, string Name)> Waves { get; private set; } = [];

    public async Task OnGetAsync(int number, CancellationToken ct)
    {
        (Questionnaire, _) = await db.FindQuestionnaireAsync(access, Id, Right.Read, ct);
        Version = Questionnaire.Versions.FirstOrDefault(v => v.Number == number) ?? throw new MissingException("The version");
        QuestionnaireVersion? before = Questionnaire.Versions.Where(v => v.Number < number).MaxBy(v => v.Number);
        Changes = before is null ? null : VersionChanges.Between(before.Content, Version.Content);
        var waves = await db.Waves.AsNoTracking().Where(w => w.VersionId == Version.Id).OrderBy(w => w.OpensOn)
            .Select(w => new { w.Id, w.Name }).ToListAsync(ct);
        Waves = [.. waves.Select(w => (w.Id, w.Name))];
    }
}
