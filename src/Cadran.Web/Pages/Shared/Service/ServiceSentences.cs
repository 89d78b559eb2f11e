using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.Reporting;
using Cadran.Statistics.Drivers;
using Cadran.Standards;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Shared;

/// <summary>What a service's page says of it in sentences.</summary>
public static class ServiceSentences
{
    /// <summary>How it is used, how much, and where it stands in the cycle.</summary>
    public static IEnumerable<string> Facts(this IStringLocalizer text, ServiceOverview service)
    {
        string[] channels = [.. Uses(service.Service).Select(channel => text[ChannelWords.Of(channel)].Value)];
        if (channels.Length > 0) yield return string.Join(", ", channels);
        if (service.Service.Volumes.FirstOrDefault(v => v.Channel == Inventory.Total && v.Count > 0)?.Count is { } uses)
            yield return text.Plural("{0} application a year|{0} applications a year", uses);
        yield return text["step {0} of 9 of the cycle", service.Step];
    }

    /// <summary>From the wave before to the last one; null when either has no score.</summary>
    public static string? Change(this IStringLocalizer text, EffectEvidence? evidence) => evidence?.Change is not { } points ? null
        : text["{0} points since {1} ({2}): {3}",
            NumberText.Signed(points), evidence.Before.Name, Margin(evidence), text[ChangeWords.Of(evidence.Verdict)]].Value;

    /// <summary>How many of the standards that can be assessed were met.</summary>
    public static string Kept(this IStringLocalizer text, StandardsKept kept) => kept.Counts switch
    {
        { Assessable: 1, Met: 0 } => text["The one service standard was not met in {0}.", kept.FiscalYear],
        { Assessable: 1 } => text["The one service standard was met in {0}.", kept.FiscalYear],
        { Met: 0 } counts => text["None of the {0} service standards was met in {1}.", counts.Assessable, kept.FiscalYear],
        var counts => text.Plural("{0} of {1} service standards was met in {2}.|{0} of {1} service standards were met in {2}.",
            counts.Met, counts.Assessable, kept.FiscalYear),
    };

    /// <summary>Drivers of one place of the priority matrix, by name; empty when there is none.</summary>
    public static string Drivers(this IStringLocalizer text, ServiceOverview service, Quadrant place) =>
        string.Join(", ", service.Drivers.Where(d => d.Quadrant == place)
            .Select(d => d.Label.In(Localization.Language) + (d.Firm ? "" : " " + text["(not firm)"])));

    /// <summary>How well the drivers explain satisfaction and can be told apart.</summary>
    public static string Fit(this IStringLocalizer text, ServiceOverview service)
    {
        var said = new List<string>();
        if (service.DriverFit is { RSquared: { } explained } fit)
            said.Add(fit.AdjustedRSquared is { } adjusted
                ? text["R² {0}, adjusted {1}", NumberText.Of(explained, "F2"), NumberText.Of(adjusted, "F2")]
                : "R² " + NumberText.Of(explained, "F2"));
        if (service.Drivers.Count > 1)
        {
            said.Add(service.Drivers[0].Separable ? text["drivers can be separated"] : text["drivers cannot be separated"]);
            if (service.Drivers[0].RankHigh > 1) said.Add(text["first rank not settled"]);
        }
        return string.Join(" · ", said);
    }

    // Whoever only asks about a service does not use it yet.
    private static IEnumerable<Channel> Uses(Cadran.Catalogue.Service service) =>
        service.Volumes.Where(v => v is { State: Reported.Value, Count: > 0 })
            .Select(v => Channel.OfVolume(v.Channel)).OfType<Channel>().Where(c => c != Channel.PhoneEnquiries);

    private static string Margin(EffectEvidence evidence) =>
        "±\u00a0" + NumberText.One((evidence.High - evidence.Low) / 2);
}
