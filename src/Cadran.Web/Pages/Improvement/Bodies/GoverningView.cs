using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>A body with its meetings, and what it asked for that is not done.</summary>
/// <param name="Meetings">The last first.</param>
/// <param name="Open">What is still to follow, the first due first.</param>
public sealed record GoverningView(GovernanceBody Body, LocalText Organisation, IReadOnlyList<Meeting> Meetings,
    IReadOnlyList<GoverningView.Request> Open, bool MayImprove)
{
    public sealed record Request(Meeting Meeting, MeetingItem Item, Minute Minute);

    public static IReadOnlyList<Request> OpenOf(IEnumerable<Meeting> meetings) =>
    [
        .. meetings.SelectMany(meeting => meeting.Minutes.Where(m => m is { FollowUpOn: not null, DoneAtUtc: null })
            .Select(m => new Request(meeting, meeting.Agenda.First(i => i.Key == m.Item), m))).OrderBy(r => r.Minute.FollowUpOn),
    ];
}
