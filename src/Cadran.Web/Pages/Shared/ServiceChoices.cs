using Cadran.Catalogue;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Shared;

/// <summary>
/// Services on which the person has a right, to choose one from. A few stand in a list: by organisation, then by name, the number added
/// where an organisation has twins. Of more than a list is good for, one is named by its number or by words of its name.
/// </summary>
public sealed record ServiceChoices(IReadOnlyList<SelectListItem> Items, int Total)
{
    /// <summary>More than these are searched for.</summary>
    public const int Most = 100;

    private const int Named = 8;

    public static ServiceChoices None { get; } = new([], 0);

    public bool IsSearched => Total > Most;

    internal static async Task<ServiceChoices> ForAsync(CadranDb db, Access access, Right right, CancellationToken ct)
    {
        List<Guid> mine = [.. access.Where(right)];
        int total = await db.Services.CountAsync(s => mine.Contains(s.OrganisationId), ct);
        return new(total > Most ? [] : await ListAsync(db, mine, ct), total);
    }

    /// <summary>The number by which the form names a service that was chosen elsewhere.</summary>
    internal static async Task<string?> NumberAsync(CadranDb db, Guid? service, CancellationToken ct) => service is not { } id ? null
        : await db.Services.Where(s => s.Id == id).Select(s => s.Code).FirstOrDefaultAsync(ct);

    /// <summary>The service that was written; null with what is wrong beside the field where it is none, or several.</summary>
    internal static async Task<Guid?> FindAsync(CadranDb db, Access access, Right right, string? written, ModelStateDictionary state,
        string field, IStringLocalizer<Text> text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            state.AddModelError(field, text["Choose a service."]);
            return null;
        }
        List<Guid> mine = [.. access.Where(right)];
        IQueryable<Cadran.Catalogue.Service> services = db.Services.AsNoTracking().Where(s => mine.Contains(s.OrganisationId));
        string number = InventoryNumber.Key(written.Trim());
        if (await services.Where(s => s.CodeKey == number).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct) is { } exact) return exact;
        bool french = Localization.Language == "fr";
        var found = await services.Matching(written).OrderBy(s => french ? s.SortFr : s.SortEn).ThenBy(s => s.Code)
            .Select(s => new { s.Id, s.Code, s.Name }).Take(Named + 1).ToListAsync(ct);
        if (found.Count == 1) return found[0].Id;
        state.AddModelError(field, found.Count == 0 ? text["No service has this number, or these words in its name."]
            : text["Several services match. Write the number of one: {0}.", string.Join(", ",
                found.Take(Named).Select(s => $"{s.Name.In(Localization.Language)} ({s.Code})")) + (found.Count > Named ? ", …" : "")]);
        return null;
    }

    private static async Task<IReadOnlyList<SelectListItem>> ListAsync(CadranDb db, List<Guid> mine, CancellationToken ct)
    {
        var services = await (from s in db.Services.AsNoTracking()
                              join o in db.Organisations on s.OrganisationId equals o.Id
                              where mine.Contains(o.Id)
                              select new { s.Id, s.Code, s.Name, s.OrganisationId, Organisation = o.Name }).ToListAsync(ct);
        var named = services.Select(s =>
            (s.Id, s.Code, Name: s.Name.In(Localization.Language),
                Owner: (s.OrganisationId, Name: s.Organisation.In(Localization.Language))));
        return
        [
            .. from organisation in named.GroupBy(s => s.Owner).OrderBy(o => o.Key.Name, StringComparer.CurrentCultureIgnoreCase)
               let heading = new SelectListGroup { Name = organisation.Key.Name }
               let twins = organisation.CountBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase).Where(n => n.Value > 1)
                   .Select(n => n.Key).ToHashSet(StringComparer.CurrentCultureIgnoreCase)
               from s in organisation.OrderBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase)
                   .ThenBy(s => s.Code, StringComparer.Ordinal)
               select new SelectListItem(twins.Contains(s.Name) ? $"{s.Name} ({s.Code})" : s.Name, s.Id.ToString()) { Group = heading },
        ];
    }
}
