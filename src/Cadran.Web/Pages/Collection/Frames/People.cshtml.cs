using Cadran.Collection;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Cadran.Web.Pages.Collection;

/// <summary>Contacts in clear, page by page, for those who run the collection; each look is an event.</summary>
public sealed class FramesPeopleModel(CadranDb db, Access access, FrameContacts contacts) : LoadedPage<FramesPeopleModel.Contacts>
{
    public const int PageSize = 50;

    public sealed record Contacts(Frame Frame, IReadOnlyList<FrameClient> People);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Frame frame = await db.FindFrameAsync(access, Id, Right.RunCollection, ct);
        P = Math.Clamp(P, 1, Math.Max(1, (frame.People + PageSize - 1) / PageSize));
        // Of a frame whose contacts are gone nobody is left to show.
        Shown = new(frame, frame.PurgedAtUtc is null ? await contacts.PageAsync(frame, (P - 1) * PageSize, PageSize, ct) : []);
    }
}
