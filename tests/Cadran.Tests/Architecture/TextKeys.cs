using System.ComponentModel.DataAnnotations;
using Cadran.Tests.Architecture.Code;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.Extensions.Localization;

namespace Cadran.Tests.Architecture;

/// <summary>Every text that is looked up in the resources, from wherever it comes.</summary>
internal sealed class TextKeys
{
    // A page looks up what was refused and what a field is called just before it shows them.
    private static readonly Sink[] LookedUpLater =
    [
        new(typeof(RuleViolationException), ".ctor", "message"),
        new(typeof(ValidationResult), ".ctor", "errorMessage"),
        new(typeof(ValidationAttribute), nameof(ValidationAttribute.ErrorMessage)),
        new(typeof(DisplayAttribute), nameof(DisplayAttribute.Name)),
        new(typeof(ModelStateDictionary), nameof(ModelStateDictionary.AddModelError), "errorMessage"),
        new(typeof(StringLocalizerExtensions), nameof(StringLocalizerExtensions.GetString), "name"),
    ];

    private readonly HashSet<string> foreign = [];
    private readonly Dictionary<string, string> places = [];
    private readonly List<string> unfollowed = [];

    public TextKeys(ValueIndex index)
    {
        var trace = new ValueTrace(index, throughTranslations: false, IsForeign);
        var lookedUp = index.Uses.OfType<IPropertyReferenceOperation>().Where(ValueTrace.IsTranslation)
            .Select(use => new Value(use.Arguments[0].Value));
        foreach (Found found in lookedUp.Concat(LookedUpLater.SelectMany(sink => sink.Values(index))).SelectMany(trace.Follow))
            if (found.Text is null) unfollowed.Add($"{Place.Of(found.At.Syntax)}: {found.At.Syntax}");
            else if (found.Text.Length > 0) places.TryAdd(found.Text, Place.Of(found.At.Syntax));
    }

    /// <summary>Each key with a place where it stands.</summary>
    public IReadOnlyDictionary<string, string> Places => places;

    /// <summary>Places where something is looked up of which nobody can say what it is.</summary>
    public IReadOnlyList<string> Unfollowed => unfollowed;

    /// <summary>Those of <see cref="ForeignTexts"/> that were met.</summary>
    public IReadOnlyCollection<string> Foreign => foreign;

    private bool IsForeign(ISymbol symbol)
    {
        string name = symbol is IParameterSymbol parameter
            ? $"{symbol.ContainingType?.Name}.{symbol.ContainingSymbol.Name}({parameter.Name})"
            : $"{symbol.ContainingType?.Name}.{symbol.Name}";
        return ForeignTexts.Reasons.ContainsKey(name) && (foreign.Add(name) || true);
    }
}
