using System.Globalization;
using Cadran.Collection;

namespace Cadran.Web.Respondent;

/// <summary>What the page that checks receipts says of one, and of the count that was published.</summary>
/// <param name="Real">Null before one was given.</param>
/// <param name="Listed">It is in the published list.</param>
/// <param name="Count">Null before the wave has closed.</param>
/// <param name="Channels">How many answers came which way, in words.</param>
internal sealed record ReceiptCheck(string Typed, bool? Real, bool Listed = false, PublishedCount? Count = null, string Channels = "")
    : ITemplateValues
{
    public bool Is(string condition, string code, string value) => condition switch
    {
        "real" => Real == true,
        "listed" => Real == true && Listed,
        "unlisted" => Real == true && Count is not null && !Listed,
        "waiting" => Count is null,
        "published" => Count is not null,
        "fewer" => Count is { } count && count.Receipts < count.Online,
        _ => condition is "unknown" or "errors" && Real == false,
    };

    public string Text(string name, string code) => name switch
    {
        "typed" => Typed,
        "channels" => Channels,
        "receipts" => Count?.Receipts.ToString("N0", CultureInfo.CurrentCulture) ?? "",
        "online" => Count?.Online.ToString("N0", CultureInfo.CurrentCulture) ?? "",
        "root" => Count?.Root ?? "",
        _ => "",
    };
}
