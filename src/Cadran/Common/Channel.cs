namespace Cadran;

/// <summary>
/// A way in which people get a service, ask about it or answer a survey. Each source has its own codes: what they mean is one thing here.
/// </summary>
/// <param name="Volume">Code of the volumes of a service in the inventory.</param>
/// <param name="Standard">Code of the inventory's standards and feedback channels; null where it has none.</param>
/// <param name="Response">Code of responses and of the wordings of the measure bank; null where nobody is asked that way.</param>
public sealed record Channel(string Volume, string? Standard = null, string? Response = null)
{
    public static readonly Channel
        PhoneEnquiries = new("phone-enquiries"),
        Website = new("website"),
        Phone = new("phone", "TEL", "phone"),
        Online = new("online", "ONL", "online"),
        Person = new("person", "PERSON", "person"),
        Post = new("mail", "POST", "post"),
        Email = new("email", "EML"),
        Fax = new("fax", "FAX"),
        Other = new("other", "OTH");

    /// <summary>In the order in which the inventory counts them.</summary>
    public static readonly IReadOnlyList<Channel> All = [PhoneEnquiries, Website, Phone, Online, Person, Post, Email, Fax, Other];

    /// <summary>Codes of the ways in which people are asked, the most used first.</summary>
    public static readonly IReadOnlyList<string> Responses = [Online.Response!, Phone.Response!, Person.Response!, Post.Response!];

    public static Channel? OfVolume(string code) => All.FirstOrDefault(c => c.Volume == code);

    public static Channel? OfStandard(string code) => All.FirstOrDefault(c => c.Standard == code);

    public static Channel? OfResponse(string code) => All.FirstOrDefault(c => c.Response == code);
}
