namespace Cadran.Insight;

/// <summary>How many people are of one kind; null when withheld.</summary>
public sealed record PeopleCount(string Value, int? People);
