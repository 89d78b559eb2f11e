using Cadran.Collection;

namespace Cadran.Web.Pages.Collection;

/// <summary>How the people of a wave are invited, as its page shows it.</summary>
/// <param name="Sample">Null while nobody is drawn.</param>
/// <param name="Plan">Null while nothing is planned.</param>
/// <param name="Done">How many have used their links; null where it is not known or not told.</param>
public sealed record InvitationsView(Wave Wave, LocalText Service, Sample? Sample, InvitationPlan? Plan, IReadOnlyList<MailCount> Counts,
    int? Done, bool MayRun)
{
    private static readonly MailState[] Unsent =
        [MailState.Bounced, MailState.Failed, MailState.OptedOut, MailState.Answered, MailState.TooLate];

    public int Waiting => Counts.Where(c => c.State is MailState.Waiting or MailState.Sending).Sum(c => c.Messages);
    public int Uncertain => Counts.Where(c => c.State == MailState.Uncertain).Sum(c => c.Messages);
    public int Invited => Of(MailKind.Invitation, 0, MailState.Sent);

    /// <summary>Messages of a round in any of these states.</summary>
    public int Of(MailKind kind, int number, params MailState[] states) =>
        Counts.Where(c => c.Kind == kind && c.Number == number && states.Contains(c.State)).Sum(c => c.Messages);

    /// <summary>What kept messages of a round from people.</summary>
    public IEnumerable<MailCount> NotReached(MailKind kind, int number) =>
        Counts.Where(c => c.Kind == kind && c.Number == number && Unsent.Contains(c.State)).OrderBy(c => c.State);

    /// <summary>The round that comes next; null when all are done.</summary>
    public PlannedRound? Next => Plan?.Planned(Wave).FirstOrDefault(r => r.Made is null);
}
