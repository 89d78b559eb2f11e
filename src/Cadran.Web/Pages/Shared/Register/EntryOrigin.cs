using Cadran.Improvement;

namespace Cadran.Web.Pages.Shared;

/// <summary>Where an entry of the register comes from, as a page says it.</summary>
/// <param name="Title">Of the thing that it comes from; null where words are all.</param>
/// <param name="Address">Of that thing; null where there is none.</param>
/// <param name="Words">As whoever raised it wrote; empty for nothing.</param>
public sealed record EntryOrigin(SourceKind Kind, LocalText? Title, string? Address, string Words);
