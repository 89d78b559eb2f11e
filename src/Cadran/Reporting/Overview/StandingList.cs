using Cadran.Catalogue;

namespace Cadran.Reporting;

/// <summary>Where services stand, to be searched, cut and ordered.</summary>
public sealed record StandingList(IReadOnlyList<ServiceStanding> Services)
{
    /// <param name="organisations">Those whose services stay; null for all.</param>
    /// <param name="search">Words of the name, or the number; null or blank for all.</param>
    public StandingList About(IReadOnlySet<Guid>? organisations, string? search)
    {
        IEnumerable<ServiceStanding> found = Services;
        if (organisations is not null) found = found.Where(s => organisations.Contains(s.OrganisationId));
        return new([.. found.Matching(search, s => (s.Code, s.Search))]);
    }

    public StandingList Only(StandingFilter filter) => new([.. Services.Where(s => filter switch
    {
        StandingFilter.Measured => s.Last is not null,
        StandingFilter.Attention => s.Reasons.Count > 0,
        StandingFilter.Mine => s.Actions.Mine,
        StandingFilter.New => s.News.IsAny,
        StandingFilter.Late => s.Actions.Late > 0,
        StandingFilter.Target => s.Target is not null,
        StandingFilter.Old => s.Age?.IsOld == true,
        StandingFilter.Never => s.Last is null,
        _ => true,
    })]);

    /// <param name="french">Names are ordered for readers of French.</param>
    /// <param name="grouped">Services of one organisation stand together, organisations by name.</param>
    public StandingList By(StandingOrder order, bool french, bool grouped)
    {
        string NameOf(ServiceStanding s) => french ? s.Sort.Fr : s.Sort.En;
        IEnumerable<ServiceStanding> ordered = order switch
        {
            StandingOrder.Name => Services.OrderBy(NameOf, StringComparer.Ordinal),
            StandingOrder.Score => Services.OrderBy(s => s.Score is { IsShown: true } score
                ? score.Score.Estimate : double.PositiveInfinity).ThenBy(NameOf, StringComparer.Ordinal),
            StandingOrder.Change => Services.OrderBy(s => s.Change is { Difference.IsShown: true } change
                ? change.Difference.Estimate : double.PositiveInfinity).ThenBy(NameOf, StringComparer.Ordinal),
            StandingOrder.Age => Services.OrderBy(s => s.Last?.EndsOn ?? DateOnly.MaxValue).ThenBy(NameOf, StringComparer.Ordinal),
            _ => NeedOrder.Of(Services).ThenBy(NameOf, StringComparer.Ordinal),
        };
        return new(grouped
            ? [.. ordered.OrderBy(s => s.Organisation.In(french ? "fr" : "en"), StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(s => s.OrganisationId)]
            : [.. ordered]);
    }
}
