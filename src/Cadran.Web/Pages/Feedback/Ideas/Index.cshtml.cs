using System.ComponentModel.DataAnnotations;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Feedback;

/// <summary>Ideas of staff: those that wait for an answer first, and how many were answered in time.</summary>
public sealed class IdeasIndexModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text) : PageModel
{
    private const int Beginning = 160;

    public enum Filter { All, Waiting, Late, Answered }

    /// <param name="Votes">How many people with an account support it.</param>
    public sealed record Row(Guid Id, string Text, string Language, LocalText About, DateOnly ReceivedOn, DateOnly AnswerBy,
        IdeaOutcome? Outcome, int Votes)
    {
        public string Start => Text.Length <= Beginning ? Text : Text[..Beginning] + "…";
    }

    public sealed record BoxRow(Guid Id, LocalText About, bool IsOpen, int AnswerDays, int Ideas);

    [BindProperty(SupportsGet = true)] public Filter Show { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Box { get; set; }
    [BindProperty(SupportsGet = true)] public int P { get; set; } = 1;

    public bool MayImprove => access.CanSomewhere(Right.Improve);
    public DateOnly Today => time.Today;
    public ListPage<Row> Rows { get; private set; } = new();
    public IReadOnlyList<BoxRow> Boxes { get; private set; } = [];
    public IdeaTimes Times { get; private set; } = new(0, 0, 0, 0);
    public IEnumerable<SelectListItem> Filters =>
        Enum.GetValues<Filter>().Select(f => new SelectListItem(text[f switch
        {
            Filter.Waiting => "Waiting for an answer",
            Filter.Late => "Overdue answers",
            Filter.Answered => "Answered",
            _ => "All ideas",
        }], f.ToString()));
    public IEnumerable<SelectListItem> BoxChoices =>
        Boxes.Select(b => new SelectListItem(b.About.In(Localization.Language), b.Id.ToString()));

    public async Task OnGetAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Read);
        var readable = access.Readable;
        DateOnly today = time.Today;
        var boxes = from b in db.IdeaBoxes.AsNoTracking()
                    join o in db.Organisations on b.OrganisationId equals o.Id
                    join s in db.Services on b.ServiceId equals (Guid?)s.Id into services
                    from s in services.DefaultIfEmpty()
                    where readable.Contains(b.OrganisationId)
                    select new { Box = b, Organisation = o.Name, Service = s };
        var found = await boxes.OrderBy(b => b.Box.OpenedAtUtc).ThenBy(b => b.Box.Id)
            .Select(b => new { b.Box, b.Organisation, b.Service, Ideas = db.Ideas.Count(i => i.BoxId == b.Box.Id) }).ToListAsync(ct);
        var about = found.ToDictionary(b => b.Box.Id, b => b.Service?.Name ?? b.Organisation);
        Boxes = [.. found.Select(b => new BoxRow(b.Box.Id, about[b.Box.Id], b.Box.IsOpen, b.Box.AnswerDays, b.Ideas))];
        Guid[] chosen = [.. about.Keys.Where(id => Box is null || id == Box)];
        var ideas = from i in db.Ideas.AsNoTracking()
                    where chosen.Contains(i.BoxId)
                    let first = db.IdeaAnswers.Where(a => a.IdeaId == i.Id && a.Number == 1).Select(a => (DateOnly?)a.On).FirstOrDefault()
                    select new { Idea = i, First = first };
        var days = await ideas.Select(i => new { i.Idea.AnswerBy, i.First }).ToListAsync(ct);
        Times = IdeaTimes.Of(days.Select(d => (d.AnswerBy, d.First)), today);
        ideas = Show switch
        {
            Filter.Waiting => ideas.Where(i => i.First == null),
            Filter.Late => ideas.Where(i => i.First == null && i.Idea.AnswerBy < today),
            Filter.Answered => ideas.Where(i => i.First != null),
            _ => ideas,
        };
        Rows = (await ideas.OrderBy(i => i.First != null).ThenBy(i => i.Idea.AnswerBy).ThenBy(i => i.Idea.Id)
            .Select(i => new
            {
                i.Idea,
                Outcome = db.IdeaAnswers.Where(a => a.IdeaId == i.Idea.Id).OrderByDescending(a => a.Number)
                    .Select(a => (IdeaOutcome?)a.Outcome).FirstOrDefault(),
                Votes = db.IdeaVotes.Count(v => v.IdeaId == i.Idea.Id),
            }).PageAsync(P, ct))
            .Select(r => new Row(r.Idea.Id, r.Idea.Text, r.Idea.Language, about[r.Idea.BoxId], r.Idea.ReceivedOn, r.Idea.AnswerBy,
                r.Outcome, r.Votes));
    }
}
