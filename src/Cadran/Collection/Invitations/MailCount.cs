using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>How many messages of a round are where.</summary>
public sealed record MailCount(MailKind Kind, int Number, MailState State, int Messages)
{
    /// <summary>Fewer who have answered are not told: their number, from day to day, would tell of each.</summary>
    public const int FewestDone = 10;

    public static async Task<IReadOnlyList<MailCount>> OfAsync(CadranDb db, Guid planId, CancellationToken ct) =>
        await (from mail in db.InvitationMails
               join invitation in db.Invitations on mail.InvitationId equals invitation.Id
               where invitation.PlanId == planId
               group mail by new { mail.Kind, mail.Number, mail.State } into same
               select new MailCount(same.Key.Kind, same.Key.Number, same.Key.State, same.Count())).ToListAsync(ct);

    /// <summary>How many have used their links; null below <see cref="FewestDone"/>.</summary>
    public static async Task<int?> DoneAsync(CadranDb db, Guid planId, CancellationToken ct) =>
        await db.Invitations.CountAsync(i => i.PlanId == planId && i.Done, ct) is int done && done >= FewestDone ? done : null;
}
