using Cadran.Improvement;

namespace Cadran.Web.Pages.Improvement;

/// <summary>A meeting as its page shows it: papers before, minutes after.</summary>
public sealed record MeetingView(Meeting Meeting, GovernanceBody Body, IReadOnlyList<MeetingItem> Agenda, DateOnly Today)
{
    public bool MayImprove { get; init; }

    /// <summary>What of the agenda is a plan or a target: the rest are actions.</summary>
    public IReadOnlySet<Guid> Plans { get; init; } = new HashSet<Guid>();
    public IReadOnlySet<Guid> Targets { get; init; } = new HashSet<Guid>();

    /// <summary>On its day and after it minutes are written, until they are closed.</summary>
    public bool IsOpen => Meeting.ClosedAtUtc is null && Meeting.On <= Today;

    /// <summary>Where an item is looked at.</summary>
    public string AddressOf(MeetingItem item) =>
        Plans.Contains(item.Subject) ? Routes.Plans.Show(item.Subject)
        : Targets.Contains(item.Subject) ? Routes.Targets.Show(item.Subject)
        : Routes.Actions.Show(item.Subject);

    public Minute? MinuteOf(MeetingItem item) => Meeting.Minutes.FirstOrDefault(m => m.Item == item.Key);
}
