using Cadran.Commitments;
using Cadran.Standards;
using Cadran.Storage;
using Cadran.Web.Pages.Shared.Charter;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Pages.Public;

/// <summary>The charter of a service, for everybody, in each language in which all of it is written.</summary>
public sealed class PublicCharterModel(CadranDb db, TimeProvider time) : LoadedPage<CharterSheet>
{
    /// <summary>One that the interface has not, as somebody chose it; that of the page without.</summary>
    [BindProperty(SupportsGet = true)] public string? Language { get; set; }

    /// <summary>The service it is about.</summary>
    public Guid Service { get; private set; }

    public IReadOnlyList<string> Languages => [.. LocalText.Languages.Where(language => Shown.Version.In(language).IsComplete)];

    /// <summary>In which the sheet is read.</summary>
    public string Read => Language is not null && Languages.Contains(Language) ? Language : Localization.Language;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        CharterVersion charter = await db.PublicCharterAsync(id, ct) ?? throw new MissingException("The page");
        var service = await db.Services.Where(s => s.Id == id).Select(s => new { s.Name, s.OrganisationId }).FirstAsync(ct);
        LocalText organisation = await db.Organisations.Where(o => o.Id == service.OrganisationId).Select(o => o.Name).FirstAsync(ct);
        Service = id;
        Shown = new(charter, service.Name, organisation, (await PublicStandards.OfServiceAsync(db, id, ct))?.Standards ?? [], time.Today);
    }
}
