namespace Cadran.Catalogue;

/// <summary>What somebody wants imported.</summary>
/// <param name="OrganisationId">The organisation it is imported for: rows are about it or about one below it.</param>
/// <param name="PublishedOn">The day the files were published; null when nobody said it.</param>
public sealed record ImportOrder(IReadOnlyList<GivenFile> Files, Guid OrganisationId, DateOnly? PublishedOn = null);
