using System.Globalization;
using Cadran.Commitments;
using Cadran.Standards;

namespace Cadran.Web.Pages.Shared.Charter;

/// <summary>A charter as it is read: its words as they were written, and beside each promise what was reached last.</summary>
/// <param name="Standards">The published standards of the service, with their results of today.</param>
public sealed record CharterSheet(
    CharterVersion Version, LocalText Service, LocalText Organisation, IReadOnlyList<PublicStandard> Standards, DateOnly Today)
{
    /// <summary>What was promised; of a draft, what would be.</summary>
    public IEnumerable<(CharterPromise Promise, PromiseResult? Result)> Promises =>
        from promise in Version.PublishedOn is null ? Standards.Select(s => CharterPromise.Of(s.Standard)) : Version.Promises
        let standard = Standards.FirstOrDefault(s => s.Standard.Id == promise.StandardId)
        select (promise, standard is null ? null : PromiseResult.Of(standard));

    /// <summary>In the language in use: a month, or from which to which.</summary>
    public static string Period(PromiseResult result) => (result.From.Year, result.From.Month) == (result.Last.Year, result.Last.Month)
        ? result.Last.ToString("MMMM yyyy", CultureInfo.CurrentCulture)
        : $"{result.From.ToString("MMM yyyy", CultureInfo.CurrentCulture)} – " +
            $"{result.Last.ToString("MMM yyyy", CultureInfo.CurrentCulture)}";
}
