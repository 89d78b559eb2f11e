using System.ComponentModel.DataAnnotations;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.People;

/// <summary>Keys by which programs are let in: made, told once, and revoked.</summary>
public sealed class ApiKeysIndexModel(CadranDb db, Access access, TimeProvider time, IStringLocalizer<Text> text)
    : LoadedPage<IReadOnlyList<ApiKeysIndexModel.Row>>, IReloadedPage
{
    public sealed record Row(ApiKey Key, LocalText Organisation);

    [BindProperty]
    public KeyForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IEnumerable<SelectListItem> Scopes =>
        Enum.GetValues<ApiScope>().Select(s => new SelectListItem(text[ApiKeyWords.Name(s)], s.ToString()));

    public DateOnly Today => time.Today;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        Input = new() { EndsOn = time.Today.AddYears(1), Scopes = [ApiScope.SendResponses] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        if (!ModelState.IsValid) return this.Invalid();
        access.Require(Right.Administer, Input.OrganisationId!.Value);
        (ApiKey key, string said) =
            ApiKey.Make(Input.OrganisationId.Value, Input.Name, Input.Scopes, Input.EndsOn!.Value, access.Actor, time.Now);
        db.ApiKeys.Add(key);
        await db.Because("api-key.make").SaveChangesAsync(ct);
        TempData["Flash"] = text["The key of {0} is shown only now: {1}", key.Name, said].Value;
        return Redirect(Routes.ApiKeys.Index);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid key, CancellationToken ct)
    {
        Shown = await LoadAsync(ct);
        ModelState.Clear();
        ApiKey found = await db.ApiKeys.FirstOrDefaultAsync(k => k.Id == key, ct) ?? throw new MissingException("The key");
        access.Require(Right.Administer, found.OrganisationId);
        found.Revoke(access.Actor, time.Now);
        await db.Because("api-key.revoke").SaveChangesAsync(ct);
        TempData["Flash"] = text["The key opens nothing any more."].Value;
        return Redirect(Routes.ApiKeys.Index);
    }

    public async Task ReloadAsync(CancellationToken ct) => Shown = await LoadAsync(ct);

    private async Task<IReadOnlyList<Row>> LoadAsync(CancellationToken ct)
    {
        access.RequireSomewhere(Right.Administer);
        List<Guid> mine = [.. access.Where(Right.Administer)];
        var organisations = await db.Organisations.AsNoTracking().Where(o => mine.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        Organisations = [.. organisations.Select(o => new SelectListItem(o.Name.In(Localization.Language), o.Id.ToString()))
            .OrderBy(o => o.Text, StringComparer.CurrentCultureIgnoreCase)];
        return await (from key in db.ApiKeys.AsNoTracking()
                      join organisation in db.Organisations on key.OrganisationId equals organisation.Id
                      where mine.Contains(organisation.Id)
                      orderby key.MadeAtUtc descending, key.Id
                      select new Row(key, organisation.Name)).ToListAsync(ct);
    }

    public sealed class KeyForm
    {
        [Display(Name = "Program"), Required(ErrorMessage = "Say which program it is, or who runs it.")]
        [StringLength(ApiKey.NameMaxLength, ErrorMessage = "Use at most {1} characters.")]
        public string? Name { get; set; }

        [Display(Name = "Organisation"), Required(ErrorMessage = "Choose the organisation.")]
        public Guid? OrganisationId { get; set; }

        [Display(Name = "What it may do")]
        public List<ApiScope> Scopes { get; set; } = [];

        [Display(Name = "Last day"), Required(ErrorMessage = "Enter the date.")]
        public DateOnly? EndsOn { get; set; }
    }
}
