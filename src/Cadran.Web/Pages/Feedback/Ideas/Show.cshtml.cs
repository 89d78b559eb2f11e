using Cadran.Feedback;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Pages.Standards;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Feedback;

/// <summary>One idea: supported and discussed by colleagues, answered with reasons by who may.</summary>
public sealed class IdeasShowModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<IdeaView>, IReloadedPage
{
    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    [BindProperty]
    public CommentForm Comment { get; set; } = new();

    public IEnumerable<SelectListItem> Outcomes =>
        Enum.GetValues<IdeaOutcome>().Select(o => new SelectListItem(text.Outcome(o), o.ToString()));

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Read, ct);
        Input.Seen = Shown.Answer?.Number ?? 0;
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Improve, ct);
        if (!this.IsRight(nameof(Input), Input)) return this.Invalid();
        if (Shown.Answers.Any(a => a.Id == Request.Number())) return Redirect(Routes.Ideas.Show(id));
        db.IdeaAnswers.Add(IdeaAnswer.Give(Shown.Idea, Shown.Answer?.Number ?? 0, Input.Seen, Input.Outcome!.Value,
            WrittenText.Of(Input.Reason, Input.AlsoReason), access.Actor, time.Now, Request.Number()));
        await SentForm.OnceAsync(() => db.Because("idea.answer").SaveChangesAsync(ct));
        return Done(id, text["Answered. The author reads it with the receipt."]);
    }

    public async Task<IActionResult> OnPostCommentAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Read, ct);
        Input.Seen = Shown.Answer?.Number ?? 0;
        if (!this.IsRight(nameof(Comment), Comment)) return this.Invalid();
        db.IdeaComments.Add(IdeaComment.Write(Shown.Idea, Comment.Text!, access.Actor, time.Now, Request.Number()));
        await SentForm.OnceAsync(() => db.Because("idea.comment").SaveChangesAsync(ct));
        return Done(id, text["Saved."]);
    }

    public async Task<IActionResult> OnPostVoteAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Read, ct);
        ModelState.Clear();
        if (Shown.Voted) throw IdeaVote.VotedAlready();
        db.IdeaVotes.Add(IdeaVote.For(Shown.Idea, access.Actor, time.Now));
        await db.Because("idea.vote").SaveChangesAsync(ct);
        return Redirect(Routes.Ideas.Show(id));
    }

    public async Task<IActionResult> OnPostUnvoteAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Read, ct);
        Guid? me = access.Actor.UserId;
        if (await db.IdeaVotes.FirstOrDefaultAsync(v => v.IdeaId == id && v.UserId == me, ct) is { } vote)
        {
            db.IdeaVotes.Remove(vote);
            await db.Because("idea.unvote").SaveChangesAsync(ct);
        }
        return Redirect(Routes.Ideas.Show(id));
    }

    /// <summary>Somebody else answered meanwhile: what was typed stays, below that answer.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await LoadAsync(Shown.Idea.Id, Right.Read, ct);
        Input.Seen = Shown.Answer?.Number ?? 0;
        ModelState.Remove("Input.Seen");
    }

    private RedirectResult Done(Guid id, string said)
    {
        TempData["Flash"] = said;
        return Redirect(Routes.Ideas.Show(id));
    }

    private async Task LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        (Idea idea, IdeaBox box) = await db.FindIdeaAsync(access, id, right, ct);
        Guid? me = access.Actor.UserId;
        Shown = new()
        {
            Idea = idea,
            Box = box,
            About = await AboutAsync(db, box, ct),
            Answers = await db.IdeaAnswers.AsNoTracking().Where(a => a.IdeaId == id).OrderByDescending(a => a.Number).ToListAsync(ct),
            Comments = await db.IdeaComments.AsNoTracking().Where(c => c.IdeaId == id).OrderBy(c => c.AtUtc).ThenBy(c => c.Id)
                .ToListAsync(ct),
            Votes = await db.IdeaVotes.CountAsync(v => v.IdeaId == id, ct),
            Voted = await db.IdeaVotes.AnyAsync(v => v.IdeaId == id && v.UserId == me, ct),
            MayAnswer = access.Can(Right.Improve, box.OrganisationId),
            Raised = await new EntryOrigins(db, text).FromAsync(SourceKind.StaffIdea, id, box.ServiceId,
                access.Can(Right.Improve, box.OrganisationId), ct),
            Today = time.Today,
        };
    }

    internal static async Task<LocalText> AboutAsync(CadranDb db, IdeaBox box, CancellationToken ct) => box.ServiceId is { } service
        ? await db.Services.Where(s => s.Id == service).Select(s => s.Name).FirstAsync(ct)
        : await db.Organisations.Where(o => o.Id == box.OrganisationId).Select(o => o.Name).FirstAsync(ct);
}
