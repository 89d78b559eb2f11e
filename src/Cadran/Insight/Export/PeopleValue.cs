namespace Cadran.Insight;

/// <summary>A number that stands in a column of answers, and its words; empty where it has none.</summary>
public sealed record PeopleValue(int Number, LocalText Label);
