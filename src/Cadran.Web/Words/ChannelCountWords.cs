using System.Globalization;
using Cadran.Collection;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>How many answers came which way, in one line.</summary>
public static class ChannelCountWords
{
    public static string Told(this IStringLocalizer text, IReadOnlyList<ChannelCount> counts) => counts.Count == 0
        ? text["no answers"].Value
        : string.Join(" · ", counts.Select(c => text["{0}: {1}", text.Named(c.Channel), text.Counted(c.Answers)].Value));

    private static string Named(this IStringLocalizer text, string? channel) =>
        channel is null ? text["Other channels"] : text.Channel(channel);

    private static string Counted(this IStringLocalizer text, long? answers) =>
        answers is { } told ? told.ToString("N0", CultureInfo.CurrentCulture) : text["fewer than {0}", Wave.FewestSetAside];
}
