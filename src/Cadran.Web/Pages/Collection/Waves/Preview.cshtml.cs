using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Respondent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cadran.Web.Pages.Collection;

/// <summary>
/// The respondent pages of a wave for staff, before, during and after it: the same bytes, without a form that could send anything.
/// </summary>
public sealed class WavesPreviewModel(CadranDb db, Access access, AnswerWaves answering, AnswerReply reply) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string language, int section, CancellationToken ct)
    {
        (Wave wave, _) = await db.FindWaveAsync(access, id, Right.Read, ct);
        AnswerWave? shown = await answering.FindAsync(wave.Slug, ct);
        if (shown is null || !shown.Languages.Contains(language) || section < 1 || section > shown.Sections.Count)
            throw new MissingException("The page");
        await reply.PageAsync(HttpContext, "Section", new AnswerView(language, shown, section, Preview: true));
        return new EmptyResult();
    }
}
