namespace Cadran.Insight;

/// <summary>Something that answers can be weighted by, with the categories that occur.</summary>
/// <param name="By">As <see cref="Splits"/> writes it.</param>
/// <param name="Categories">With the people who answered; null where so few did that it is not said.</param>
public sealed record WeightingDivision(string By, IReadOnlyList<PeopleCount> Categories)
{
    /// <summary>Weights of a few people would make a few people decide, and would tell of them.</summary>
    public bool CanBeUsed => Categories.Count > 1 && Categories.All(c => c.People is not null);
}
