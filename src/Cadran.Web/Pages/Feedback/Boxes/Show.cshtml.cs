using System.ComponentModel.DataAnnotations;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Feedback;

/// <summary>A box for ideas: its link, its promise and how it is kept.</summary>
public sealed class BoxesShowModel(CadranDb db, Access access, TimeProvider time, CadranSettings settings, IStringLocalizer<Text> text)
    : LoadedPage<BoxView>, IReloadedPage
{
    [BindProperty, Display(Name = "Answered within so many days")]
    [Required(ErrorMessage = "Enter within how many days each idea is answered.")]
    public int? AnswerDays { get; set; }

    /// <summary>The whole address for staff.</summary>
    public string Link => settings.Address(Request) + Routes.Box.Show(Shown.Box.Slug);

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Read, ct);
        AnswerDays = Shown.Box.AnswerDays;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Improve, ct);
        if (!ModelState.IsValid) return this.Invalid();
        Shown.Box.AnswerWithin(AnswerDays!.Value);
        return await SaveAsync("idea-box.change", ct);
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Improve, ct);
        Shown.Box.Close(access.Actor, time.Now);
        return await SaveAsync("idea-box.close", ct);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, Right.Improve, ct);
        Shown.Box.Reopen();
        return await SaveAsync("idea-box.reopen", ct);
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        await LoadAsync(Shown.Box.Id, Right.Read, ct);
        ModelState.Clear();
        AnswerDays = Shown.Box.AnswerDays;
    }

    private async Task<IActionResult> SaveAsync(string action, CancellationToken ct)
    {
        await db.Because(action).SaveChangesAsync(ct);
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Boxes.Show(Shown.Box.Id));
    }

    private async Task LoadAsync(Guid id, Right right, CancellationToken ct)
    {
        IdeaBox box = await db.FindIdeaBoxAsync(access, id, right, ct);
        var days = await db.Ideas.AsNoTracking().Where(i => i.BoxId == id)
            .Select(i => new
            {
                i.AnswerBy,
                First = db.IdeaAnswers.Where(a => a.IdeaId == i.Id && a.Number == 1).Select(a => (DateOnly?)a.On).FirstOrDefault(),
            }).ToListAsync(ct);
        Shown = new(box, await IdeasShowModel.AboutAsync(db, box, ct),
            IdeaTimes.Of(days.Select(d => (d.AnswerBy, d.First)), time.Today), days.Count, access.Can(Right.Improve, box.OrganisationId));
    }
}
