using System.Globalization;
using Cadran.Collection;

namespace Cadran.Web.Pages.Collection;

/// <summary>The drawn as rows for whoever prints letters: one header, the same names in every language.</summary>
internal static class Letters
{
    public static IEnumerable<string[]> Rows(IReadOnlyList<FrameClient> drawn)
    {
        List<string> others = [.. drawn.SelectMany(d => d.Contact.Other.Keys).Distinct()];
        yield return ["code", "name", "address", "email", "phone", "language", "channel", "stratum", "cluster", "weight", .. others];
        foreach (FrameClient client in drawn)
            yield return
            [
                client.Contact.Code, client.Contact.Name, client.Contact.Address, client.Contact.Email, client.Contact.Phone,
                client.Language, client.Channel, client.Stratum, client.Cluster, client.Weight.ToString("R", CultureInfo.InvariantCulture),
                .. others.Select(name => client.Contact.Other.GetValueOrDefault(name, "")),
            ];
    }
}
