namespace Cadran.Statistics.Estimation;

/// <summary>A closed item: one answer code per row and the scale the codes are on.</summary>
/// <param name="Answers">Values of the scale, or a <see cref="NoValue"/> code. Not copied.</param>
/// <param name="Scale">The scale the answers are on.</param>
public readonly record struct Item(ReadOnlyMemory<sbyte> Answers, Scale Scale);
