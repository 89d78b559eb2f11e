using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Improvement;

/// <summary>Says of a service what no evidence can decide; what was said before stays as a version.</summary>
public sealed class StepsWriteModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<Service>, IReloadedPage
{
    [BindProperty]
    public StatementForm Input { get; set; } = new();

    public StepStatementKind Kind { get; private set; }

    /// <summary>The version before this one; null before the first.</summary>
    public StepStatement? Latest { get; private set; }
    public int Step { get; private set; }

    public async Task OnGetAsync(Guid id, string kind, CancellationToken ct)
    {
        await LoadAsync(id, kind, ct);
        Input = StatementForm.Of(Kind, Latest);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string kind, CancellationToken ct)
    {
        await LoadAsync(id, kind, ct);
        if (!ModelState.IsValid) return this.Invalid();
        // Sent twice: it is there.
        if (Latest?.Id == Request.Number()) return Redirect(Routes.Steps.Step(id, Step));
        db.StepStatements.Add(StepStatement.Write(id, Kind, Latest?.Number ?? 0, Input.Seen, Input.Written, access.Actor, time.Now,
            Request.Number()));
        await SentForm.OnceAsync(() => db.Because("step.write").SaveChangesAsync(ct));
        TempData["Flash"] = text["Saved."].Value;
        return Redirect(Routes.Steps.Step(id, Step));
    }

    /// <summary>Somebody else wrote meanwhile: what was typed stays, beside what is there now.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await LoadAsync(Shown.Id, Kind.ToString(), ct);
        Input.Seen = Latest?.Number ?? 0;
        ModelState.Remove("Input.Seen");
    }

    private async Task LoadAsync(Guid id, string kind, CancellationToken ct)
    {
        if (!Enum.TryParse(kind, ignoreCase: true, out StepStatementKind named) || !Enum.IsDefined(named))
            throw new MissingException("The page");
        Shown = await db.FindServiceAsync(access, id, Right.Improve, ct);
        Kind = named;
        Step = Enumerable.Range(1, NineSteps.Count).First(n => StepsView.StatementOf(n) == named);
        Latest = await db.StepStatements.AsNoTracking().Where(s => s.ServiceId == id && s.Kind == named)
            .OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        // Whatever was sent: the parts of this statement, each once, in their order.
        Input.Parts = [.. StepParts.Of(named).Select(part => Input.Parts.Find(p => p.Part == part) ?? new() { Part = part })];
    }
}
