using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>A frozen version: what was asked, and how it differs from the one before.</summary>
public sealed class VersionsShowModel(CadranDb db, Access access) : LoadedPage<VersionView>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task OnGetAsync(int number, CancellationToken ct)
    {
        (Questionnaire questionnaire, _) = await db.FindQuestionnaireAsync(access, Id, Right.Read, ct);
        List<QuestionnaireVersion> last = await db.QuestionnaireVersions.AsNoTracking()
            .Where(v => v.QuestionnaireId == Id && v.Number <= number).OrderByDescending(v => v.Number).Take(2).ToListAsync(ct);
        QuestionnaireVersion version = last.FirstOrDefault(v => v.Number == number) ?? throw new MissingException("The version");
        var waves = await db.Waves.AsNoTracking().Where(w => w.VersionId == version.Id).OrderBy(w => w.OpensOn)
            .Select(w => new { w.Id, w.Name }).ToListAsync(ct);
        Shown = new()
        {
            Questionnaire = questionnaire,
            Version = version,
            Changes = last.Count == 1 ? null : VersionChanges.Between(last[1].Content, version.Content),
            Waves = [.. waves.Select(w => (w.Id, w.Name))],
        };
    }
}
