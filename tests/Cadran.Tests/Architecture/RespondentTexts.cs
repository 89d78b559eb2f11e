using Cadran.Tests.Architecture.Code;
using Microsoft.CodeAnalysis.Operations;

namespace Cadran.Tests.Architecture;

/// <summary>
/// The texts of the interface that a respondent can read: what their pages and the poster look up, and what stands in them and is looked
/// up elsewhere.
/// </summary>
internal static class RespondentTexts
{
    private static readonly string[] Theirs =
    [
        "Cadran.Web/Respondent/", "Cadran.Web/Pages/Collection/Waves/Poster.cshtml.cs", "Cadran.Web/Pages/Shared/Charter/",
        "Cadran.Web/Pages/Public/Charter.cshtml", "Cadran.Web/Words/CharterWords.cs",
    ];

    /// <summary>Each key with a place where it stands.</summary>
    public static IReadOnlyDictionary<string, string> Read(ValueIndex index)
    {
        ILookup<bool, Value> lookedUp = index.Uses.OfType<IPropertyReferenceOperation>().Where(ValueTrace.IsTranslation)
            .ToLookup(use => IsTheirs(use.Syntax.SyntaxTree.FilePath), use => new Value(use.Arguments[0].Value));
        IEnumerable<Found> found = Follow(index, lookedUp[true])
            .Concat(Follow(index, lookedUp[false]).Where(f => IsTheirs(f.At.Syntax.SyntaxTree.FilePath)));
        var places = new Dictionary<string, string>();
        foreach (Found text in found)
            if (text.Text is { Length: > 0 } key) places.TryAdd(key, Place.Of(text.At.Syntax));
        return places;
    }

    private static List<Found> Follow(ValueIndex index, IEnumerable<Value> lookedUp)
    {
        var trace = new ValueTrace(index, throughTranslations: false, _ => false);
        return [.. lookedUp.SelectMany(trace.Follow)];
    }

    private static bool IsTheirs(string file) => Theirs.Any(their => file.StartsWith(their, StringComparison.Ordinal));
}
