namespace Cadran.Web.Words;

/// <summary>What people call a channel of the inventory. Words are keys of the localiser.</summary>
public static class ChannelWords
{
    public static string Of(string channel) => channel switch
    {
        "online" => "by Internet",
        "person" => "at a counter",
        "mail" => "by mail",
        "phone" => "by telephone",
        "email" => "by e-mail",
        "fax" => "by fax",
        "website" => "website visits",
        "phone-enquiries" => "phone enquiries",
        "total" => "in all",
        _ => "by other means",
    };
}
