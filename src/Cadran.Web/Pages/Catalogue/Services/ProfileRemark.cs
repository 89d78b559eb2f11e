using Cadran.Catalogue;

namespace Cadran.Web.Pages.Catalogue;

/// <summary>What a quality rule says of a service, or of one of its standards, as it stands in the catalogue.</summary>
/// <param name="Standard">Number of the standard; null for the service itself.</param>
public sealed record ProfileRemark(string? Standard, QualityRule Rule, IReadOnlyList<string> Args);
