using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>What people call a channel, whichever source names it. Words are keys of the localiser.</summary>
public static class ChannelWords
{
    public static string Of(Channel channel) => channel.Volume switch
    {
        "phone-enquiries" => "Telephone enquiries",
        "website" => "Visits to the website",
        "phone" => "Telephone",
        "online" => "Online",
        "person" => "In person",
        "mail" => "Postal mail",
        "email" => "E-mail",
        "fax" => "Fax",
        _ => "Other",
    };

    /// <summary>The channel of a response or of a wording; a code from somebody else's file stays as it is written there.</summary>
    public static string Channel(this IStringLocalizer text, string code) =>
        code.Length == 0 ? text["Any channel"] : Cadran.Channel.OfResponse(code) is { } channel ? text[Of(channel)] : code;
}
