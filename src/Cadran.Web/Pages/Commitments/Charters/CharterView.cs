using Cadran.Catalogue;
using Cadran.Commitments;
using Cadran.Standards;
using Cadran.Web.Pages.Shared.Charter;

namespace Cadran.Web.Pages.Commitments;

/// <summary>The charter of a service as staff see it: what is public, what is being written, and what to do next.</summary>
/// <param name="Languages">Those in which the organisation works.</param>
/// <param name="Versions">Latest first.</param>
/// <param name="Standards">The published ones.</param>
public sealed record CharterView(Service Service, LocalText Organisation, IReadOnlyList<string> Languages,
    IReadOnlyList<CharterVersion> Versions, IReadOnlyList<PublicStandard> Standards, DateOnly Today, bool MayEdit)
{
    /// <summary>Null before the first.</summary>
    public CharterVersion? Latest => Versions.Count == 0 ? null : Versions[0];

    /// <summary>The one that everybody reads; null where none is.</summary>
    public CharterVersion? Public => Versions.FirstOrDefault(v => v.IsPublic);

    /// <summary>Written after what is public, and not published yet.</summary>
    public CharterVersion? Draft => Latest is { PublishedOn: null } draft ? draft : null;

    /// <summary>A standard changed, came or went since the charter was published.</summary>
    public bool IsBehind => Public is { } shown && !shown.Keeps(Standards.Select(s => s.Standard));

    public bool LacksParts => Draft is { } draft && CharterVersion.Needed.Any(part => draft[part] == LocalText.Empty);
    public bool LacksALanguage => Draft is { } draft && Languages.Any(language => !draft.In(language).IsComplete);
    public bool IsReady => Draft is not null && !LacksParts && !LacksALanguage && Standards.Count > 0;

    /// <summary>The state of each language that the organisation works in or that something is written in.</summary>
    public IEnumerable<CharterTranslation> Translations => LocalText.Languages.Select(language => Latest!.In(language))
        .Where(state => state.Written > 0 || Languages.Contains(state.Language));

    public CharterSheet Sheet(CharterVersion version) => new(version, Service.Name, Organisation, Standards, Today);
}
