using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Questionnaires;

public sealed class QuestionnairesIndexModel(CadranDb db, Access access) : PageModel
{
    public const int PageSize = 50;

    public sealed record Row(Guid Id, string Name, Guid ServiceId, LocalText Service, int Questions, double Minutes, double OwnShare,
        int Version, DateTime? PublishedAtUtc);

    [BindProperty(SupportsGet = true)]
    public Guid? Service { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public bool MayEdit { get; private set; }
    public bool AnyService { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        List<Guid> readable = [.. access.Readable];
        MayEdit = access.CanSomewhere(Right.EditQuestionnaires);
        AnyService = await db.Services.AnyAsync(s => readable.Contains(s.OrganisationId), ct);
        var all = from questionnaire in db.Questionnaires.AsNoTracking()
                  join service in db.Services on questionnaire.ServiceId equals service.Id
                  where readable.Contains(service.OrganisationId) && (Service == null || service.Id == Service)
                  orderby questionnaire.Name, questionnaire.Id
                  select new { questionnaire, service.Name, Published = questionnaire.Versions.Max(v => (DateTime?)v.PublishedAtUtc) };
        Total = await all.CountAsync(ct);
        var page = await all.Skip((Math.Max(1, P) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        Rows = [.. page.Select(r =>
            new Row(r.questionnaire.Id, r.questionnaire.Name, r.questionnaire.ServiceId, r.Name, r.questionnaire.Draft.Questions.Count(),
            QualityControl.Of(r.questionnaire.Draft).LongestMinutes, r.questionnaire.OwnItemsShare, r.questionnaire.Version, r.Published))];
    }
}
