using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>The figures of one item in one group of people.</summary>
internal static class ItemFigures
{
    /// <param name="hidden">Why the item is withheld in this group, or null.</param>
    public static ItemResult Of(AnalysisItem item, Domain domain, Suppression? hidden, Design design, AnalysisOptions options)
    {
        if (hidden is not null) return ItemResult.Withheld(item.Code, hidden);
        return new(item.Code, domain.Respondents,
            domain.CountOf(NoValue.Missing) + domain.CountOf(NoValue.NotAsked) + domain.CountOf(NoValue.DontKnow)
                + domain.CountOf(NoValue.Refused),
            domain.CountOf(NoValue.NotApplicable),
            PublishedNumber.Of(domain.MeanOf(item.Ratings()), options.Confidence),
            PublishedNumber.Of(domain.Score(), options.Confidence),
            Share(domain.MeanOf(item.TopTwo())),
            Share(domain.MeanOf(item.BottomTwo())),
            [.. Enumerable.Range(item.Scale.Minimum, item.Scale.Points).Where(c => item.Parts == 1 || domain.CountOf(c) > 0)
                .Select(c => new DistributionCell(item.RatingOf(c), domain.CountOf(c), Share(domain.Share(c))))]);

        PublishedNumber Share(Estimate share) =>
            PublishedNumber.Of(share, ProportionInterval.Default(share, design, options.Confidence));
    }
}
