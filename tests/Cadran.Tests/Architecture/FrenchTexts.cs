using System.Xml.Linq;
using Cadran.Tests.Support;

namespace Cadran.Tests.Architecture;

/// <summary>The French of the interface, by its English.</summary>
internal static class FrenchTexts
{
    public static IReadOnlyDictionary<string, string> ByKey { get; } = In("fr");

    /// <summary>What is written in that language, by its English; nothing where there is no resource.</summary>
    public static IReadOnlyDictionary<string, string> In(string language)
    {
        string file = Path.Combine(Sources.Web, "Resources", $"Text.{language}.resx");
        if (!File.Exists(file)) return new Dictionary<string, string>();
        return XDocument.Load(file).Root!.Elements("data").GroupBy(entry => (string)entry.Attribute("name")!)
            .ToDictionary(g => g.Key, g => (string)g.First().Element("value")!);
    }
}
