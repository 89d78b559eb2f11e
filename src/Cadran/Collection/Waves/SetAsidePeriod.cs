using System.Text.Json.Serialization;

namespace Cadran.Collection;

/// <summary>Days whose online answers do not count, why, and whether they count again. Nothing is deleted, and the record stays.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Answers">Online answers of these days.</param>
/// <param name="BackBy">Who put them back; null while they do not count.</param>
public sealed record SetAsidePeriod(Guid Id, DateOnly From, DateOnly To, long Answers, string Reason, string By, DateTime AtUtc,
    string? BackReason = null, string? BackBy = null, DateTime? BackAtUtc = null)
{
    public const int ReasonMaxLength = 500;

    /// <summary>The way in which answers come through the link of a wave.</summary>
    public static string Channel { get; } = Cadran.Channel.Online.Response!;

    [JsonIgnore]
    public bool IsBack => BackAtUtc is not null;

    /// <summary>Answers that these periods take out now.</summary>
    public static long Out(IEnumerable<SetAsidePeriod> periods) => periods.Where(p => !p.IsBack).Sum(p => p.Answers);

    /// <summary>Answers that they ever took out or put back, each time counted.</summary>
    public static long Moved(IEnumerable<SetAsidePeriod> periods) => periods.Sum(p => p.IsBack ? 2 * p.Answers : p.Answers);

    /// <summary>Whether it takes an answer out that came on that day, in that way.</summary>
    public bool Holds(DateOnly day, string channel) => !IsBack && channel == Channel && day >= From && day <= To;
}
