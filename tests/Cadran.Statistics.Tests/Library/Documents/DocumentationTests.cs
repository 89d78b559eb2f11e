using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Cadran.Statistics.Tests;

/// <summary>What a caller of the package reads while typing: every public type and member says what it is, in words of its own.</summary>
public class DocumentationTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Library = typeof(Design).Assembly;

    private static readonly Dictionary<string, XElement> Docs = XDocument.Load(Path.ChangeExtension(Library.Location, ".xml"))
        .Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);

    // What the compiler writes for records needs no words.
    private static readonly HashSet<string> Generated =
        ["Equals", "GetHashCode", "ToString", "Deconstruct", "PrintMembers", "<Clone>$", "EqualityContract"];

    public static TheoryData<string> Types => [.. Library.GetExportedTypes().Select(t => t.FullName!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryMember_SaysWhatItIs(string typeName)
    {
        var type = Library.GetType(typeName)!;
        var about = Docs.GetValueOrDefault($"T:{Name(type)}");
        Assert.True(Says(about?.Element("summary")), $"{type.Name} has no summary.");
        // A positional member of a record is documented as a parameter of its type, unless it is written out.
        HashSet<string> positional = [.. about!.Elements("param").Where(Says).Select(p => p.Attribute("name")!.Value)];
        Assert.Empty(type.GetMembers(Declared)
            .Where(m => !Generated.Contains(m.Name) && Kind(m) is not ' ' && !(positional.Contains(m.Name) && IsSynthesised(m)))
            .Where(m => !Described(m))
            .Select(m => $"{type.Name}.{m.Name} has no summary."));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryDocumentedParameter_Exists_AndSaysSomething(string typeName)
    {
        var type = Library.GetType(typeName)!;
        foreach (var (id, doc) in Docs.Where(d => d.Key.StartsWith($"M:{Name(type)}.", StringComparison.Ordinal)))
            Assert.All(doc.Elements("param"), p => Assert.True(Says(p), $"{id}: {p.Attribute("name")!.Value} is not described."));
    }

    /// <summary>Every overload has its own summary: IntelliSense shows them one by one.</summary>
    private static bool Described(MemberInfo member)
    {
        var id = $"{Kind(member)}:{Name(member.DeclaringType!)}.{(member is ConstructorInfo ? "#ctor" : member.Name)}";
        var docs =
            Docs.Where(d => d.Key == id || d.Key.StartsWith($"{id}(", StringComparison.Ordinal)
            || d.Key.StartsWith($"{id}`", StringComparison.Ordinal)).Select(d => d.Value).ToList();
        var overloads = member.DeclaringType!.GetMember(member.Name, Declared).Count(m => Kind(m) != ' ');
        return docs.Count >= overloads && docs.All(d => d.Element("inheritdoc") is not null || Says(d.Element("summary")));
    }

    private static char Kind(MemberInfo member) => member switch
    {
        ConstructorInfo c when c.GetParameters().Length == 0 || IsPrimary(c) => ' ',
        ConstructorInfo => 'M',
        PropertyInfo => 'P',
        FieldInfo { IsSpecialName: true } => ' ',
        FieldInfo => 'F',
        MethodInfo m when m.IsSpecialName || m.IsDefined(typeof(CompilerGeneratedAttribute)) => ' ',
        MethodInfo => 'M',
        _ => ' ',
    };

    /// <summary>A primary constructor has the documentation of its type.</summary>
    private static bool IsPrimary(ConstructorInfo constructor) =>
        Docs.GetValueOrDefault($"T:{Name(constructor.DeclaringType!)}") is { } about
        && constructor.GetParameters().All(p => about.Elements("param").Any(e => e.Attribute("name")!.Value == p.Name));

    private static bool IsSynthesised(MemberInfo member) => member is PropertyInfo property
        && property.GetMethod!.IsDefined(typeof(CompilerGeneratedAttribute)) && property.SetMethod is not null;

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static bool Says(XElement? element) =>
        element is not null && !string.IsNullOrWhiteSpace(string.Concat(element.DescendantNodes().OfType<XText>()));
}
