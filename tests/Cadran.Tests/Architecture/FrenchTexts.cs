using System.Xml.Linq;
using Cadran.Tests.Support;

namespace Cadran.Tests.Architecture;

/// <summary>The French of the interface, by its English.</summary>
internal static class FrenchTexts
{
    public static IReadOnlyDictionary<string, string> ByKey { get; } =
        XDocument.Load(Path.Combine(Sources.Web, "Resources", "Text.fr.resx")).Root!.Elements("data")
            .GroupBy(entry => (string)entry.Attribute("name")!).ToDictionary(g => g.Key, g => (string)g.First().Element("value")!);
}
