namespace Cadran.Insight;

/// <summary>The people served who are of one category.</summary>
/// <param name="Category">As the answers write it: a channel, a language, the code of an option.</param>
/// <param name="Population">People served, in any unit that is the same for the categories of a margin: people, per cent.</param>
public sealed record WeightingTotal(string Category, double Population);
