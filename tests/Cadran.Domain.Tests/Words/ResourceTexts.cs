using System.Xml.Linq;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Words;

/// <summary>The texts of the interface in one language, by their English.</summary>
internal static class ResourceTexts
{
    public static IReadOnlyList<(string English, string Text)> In(string language) =>
    [
        .. XDocument.Load(Path.Combine(Sources.Web, "Resources", $"Text.{language}.resx")).Root!.Elements("data")
            .Select(entry => ((string)entry.Attribute("name")!, (string)entry.Element("value")!)),
    ];
}
