namespace Cadran.Improvement;

/// <summary>What a body is to look at: something that is late, failed, due, or was asked for at the meeting before.</summary>
/// <param name="Subject">Number of what it is about.</param>
/// <param name="Title">As it was called on the day the agenda was fixed.</param>
/// <param name="On">The day that put it on the agenda.</param>
public sealed record MeetingItem(MeetingItemKind Kind, Guid Subject, Guid ServiceId, LocalText Service, LocalText Title, DateOnly On)
{
    /// <summary>Tells one item of a meeting from another.</summary>
    public string Key => $"{Kind}-{Subject}";
}
