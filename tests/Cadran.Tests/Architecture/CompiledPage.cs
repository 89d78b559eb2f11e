using System.Text.RegularExpressions;
using Cadran.Web.TagHelpers;
using Microsoft.AspNetCore.Razor.Hosting;

namespace Cadran.Tests.Architecture;

/// <summary>A page as the program has it: where its view lies, its address and the class behind it.</summary>
/// <param name="Folders">From Pages down to the page.</param>
internal sealed partial record CompiledPage(string View, IReadOnlyList<string> Folders, string Verb, string Address, Type Model)
{
    public static IReadOnlyList<CompiledPage> All { get; } =
    [
        .. from item in typeof(FieldMarkup).Assembly.GetCustomAttributes(false).OfType<RazorCompiledItemAttribute>()
           where item.Kind == "mvc.1.0.razor-page"
           let path = item.Identifier.Split('/', StringSplitOptions.RemoveEmptyEntries)
           select new CompiledPage(item.Identifier, path[1..^1], Path.GetFileNameWithoutExtension(path[^1]), Route(item.Type),
               item.Type.GetProperty("Model")!.PropertyType),
    ];

    /// <summary>The words of its address, without what is filled in.</summary>
    public IEnumerable<string> Words => Address.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Select(segment => segment.Split('{')[0].TrimEnd('.')).Where(word => word.Length > 0);

    /// <summary>The words that its place says: its folders and what it does. To show a thing or to list things needs no word.</summary>
    public IEnumerable<string> WordsOfItsPlace => Folders.Concat(Verb is "Index" or "Show" ? [] : [Verb]).Select(Hyphenated);

    private static string Route(Type page) => page.GetCustomAttributes(false).OfType<RazorCompiledItemMetadataAttribute>()
        .FirstOrDefault(about => about.Key == "RouteTemplate")?.Value ?? "";

    private static string Hyphenated(string name) => CapitalInside().Replace(name, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex CapitalInside();
}
