namespace Cadran.Collection;

/// <summary>A client as a row of a file says, and the digests of what it says.</summary>
internal sealed class FrameRow
{
    public required long Number { get; init; }
    public required string CodeDigest { get; init; }
    public required Contact Contact { get; set; }
    public string Stratum { get; set; } = "";
    public string Cluster { get; set; } = "";
    public string Language { get; set; } = "";
    public string Channel { get; set; } = "";
    public string? EmailDigest { get; set; }
    public string? PhoneDigest { get; set; }
    public string? PostDigest { get; set; }

    /// <summary>Takes what this row lacks from another of the same person.</summary>
    public void FillFrom(FrameRow other)
    {
        Contact = Contact.FilledFrom(other.Contact);
        (Stratum, Cluster) = (First(Stratum, other.Stratum), First(Cluster, other.Cluster));
        (Language, Channel) = (First(Language, other.Language), First(Channel, other.Channel));
        EmailDigest ??= other.EmailDigest;
        PhoneDigest ??= other.PhoneDigest;
        PostDigest ??= other.PostDigest;
    }

    public void WriteTo(FramePerson person, FrameSeal seal)
    {
        (person.Stratum, person.Cluster, person.Language, person.Channel) = (Stratum, Cluster, Language, Channel);
        (person.EmailDigest, person.PhoneDigest, person.PostDigest) = (EmailDigest, PhoneDigest, PostDigest);
        person.Sealed = seal.Seal(person.Id, Contact);
    }

    private static string First(string own, string other) => own.Length > 0 ? own : other;
}
