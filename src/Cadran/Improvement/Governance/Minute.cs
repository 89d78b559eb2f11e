namespace Cadran.Improvement;

/// <summary>What was decided on one item, and who is to do what by when.</summary>
/// <param name="Item">Key of the item.</param>
/// <param name="FollowUpOn">The day by which it comes back; null where nothing is to follow.</param>
/// <param name="DoneBy">Who said that it was done; null before.</param>
public sealed record Minute(string Item, string Text, DateOnly? FollowUpOn, string By, DateTime AtUtc)
{
    public const int TextMaxLength = 4000;
    public string? DoneBy { get; init; }
    public DateTime? DoneAtUtc { get; init; }
}
