using Cadran.Feedback;
using Cadran.Improvement;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Shared;

/// <summary>Finds what an entry of the register comes from, and what came of a thing.</summary>
internal sealed class EntryOrigins(CadranDb db, IStringLocalizer<Text> text)
{
    public async Task<EntryOrigin> OfAsync(EntrySource source, CancellationToken ct)
    {
        (LocalText? title, string? address) = source.Id is { } id ? await ThingAsync(source.Kind, id, ct) : (null, null);
        return new(source.Kind, title, address, source.Words);
    }

    /// <summary>What was raised from a thing, the newest first.</summary>
    /// <param name="service">The service that an entry would be of; null where it is to be chosen.</param>
    public async Task<RaisedEntries> FromAsync(SourceKind kind, Guid thing, Guid? service, bool mayRaise, CancellationToken ct) =>
        new(kind, thing, service, mayRaise, await db.ImprovementActions.AsNoTracking()
            .Where(a => a.SourceKind == kind && a.SourceId == thing).OrderByDescending(a => a.OpenedAtUtc).ToListAsync(ct));

    private async Task<(LocalText?, string?)> ThingAsync(SourceKind kind, Guid id, CancellationToken ct)
    {
        switch (kind)
        {
            case SourceKind.Decision:
                return (await db.Decisions.Where(d => d.Id == id).Select(d => d.Title).FirstOrDefaultAsync(ct), Routes.Decisions.Show(id));
            case SourceKind.Comment:
                string? wave = await db.Waves.Where(w => w.Id == id).Select(w => w.Name).FirstOrDefaultAsync(ct);
                return (Same(wave), Routes.Results.Comments(id));
            case SourceKind.Complaint:
                string? number = await db.Complaints.Where(c => c.Id == id).Select(c => c.Number).FirstOrDefaultAsync(ct);
                return (Same(number), Routes.Complaints.Show(id));
            case SourceKind.Standard:
                return (await db.ServiceStandards.Where(s => s.Id == id).Select(s => s.Text).FirstOrDefaultAsync(ct),
                    Routes.Standards.Show(id));
            case SourceKind.StaffIdea:
                Idea? idea = await db.Ideas.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct);
                return (Same(idea is null ? null : text["Idea of {0}", idea.ReceivedOn.Long()].Value), Routes.Ideas.Show(id));
            default:
                return (null, null);
        }
    }

    private static LocalText? Same(string? words) => words is null ? null : new(words, words);
}
