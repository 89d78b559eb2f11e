using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Feedback;

/// <summary>Takes an idea in, and finds it again by its receipt. It leaves no event: see <see cref="Idea"/>.</summary>
public sealed class IdeaGiving(CadranDb db, TimeProvider time)
{
    /// <summary>The box at that address; null where there is none.</summary>
    public Task<IdeaBox?> FindBoxAsync(string slug, CancellationToken ct) =>
        db.IdeaBoxes.AsNoTracking().FirstOrDefaultAsync(b => b.Slug == slug, ct);

    /// <summary>
    /// Keeps the idea. Sent twice it counts once; another idea under a receipt that is taken, as from a page gone back to, gets one of its
    /// own.
    /// </summary>
    /// <returns>The receipt for the author.</returns>
    public async Task<IdeaReceipt> GiveAsync(IdeaBox box, string text, string? author, string language, IdeaReceipt receipt,
        CancellationToken ct)
    {
        if (await FindAsync(box, receipt, ct) is { } before)
        {
            if (before.Text == text.Trim()) return receipt;
            receipt = IdeaReceipt.New();
        }
        db.Ideas.Add(Idea.Give(box, text, author, language, receipt, time.Now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (RuleViolationException twice) when (twice.Code == Idea.SentAlready().Code)
        {
            // The other of two that were sent at once is there.
        }
        return receipt;
    }

    /// <summary>The idea with that receipt in that box; null where there is none.</summary>
    public Task<Idea?> FindAsync(IdeaBox box, IdeaReceipt receipt, CancellationToken ct)
    {
        string fingerprint = receipt.Fingerprint();
        return db.Ideas.AsNoTracking().FirstOrDefaultAsync(i => i.BoxId == box.Id && i.Receipt == fingerprint, ct);
    }
}
