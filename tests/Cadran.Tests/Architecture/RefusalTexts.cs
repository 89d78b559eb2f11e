using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Cadran.Catalogue;
using Cadran.Csv;
using Cadran.Jobs;
using Cadran.Questionnaires;
using Cadran.Tests.Architecture.Code;
using Cadran.Web.Pages.Error;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.CodeAnalysis.Operations;
using Binding = Microsoft.AspNetCore.Mvc.ModelBinding.Metadata.DefaultModelBindingMessageProvider;
using Value = Cadran.Tests.Architecture.Code.Value;

namespace Cadran.Tests.Architecture;

/// <summary>A text somebody reads when something is refused, and the module it belongs to.</summary>
/// <param name="Module">Folder of the module; tests that prove the text are in the folder of that name. Empty: anywhere.</param>
internal sealed record RefusalText(string Module, string Text, string Place)
{
    /// <summary>What stands between the placeholders.</summary>
    public static IEnumerable<string> Fixed(string text) =>
        Regex.Split(text, @"\{[^}]*\}").Select(part => part.Trim()).Where(part => part.Length > 0);
}

/// <summary>Reads the refusals out of the sources: what arrives where something is refused, and the views that say nothing else.</summary>
internal static class RefusalTexts
{
    public static readonly IReadOnlyList<Sink> Sinks =
    [
        new(typeof(RuleViolationException), ".ctor", "message"),
        new(typeof(ValidationAttribute), nameof(ValidationAttribute.ErrorMessage)),
        new(typeof(ValidationResult), ".ctor", "errorMessage"),
        new(typeof(ModelStateDictionary), nameof(ModelStateDictionary.AddModelError), "errorMessage"),
        new(typeof(Binding), nameof(Binding.SetAttemptedValueIsInvalidAccessor), "attemptedValueIsInvalidAccessor"),
        new(typeof(Binding), nameof(Binding.SetNonPropertyAttemptedValueIsInvalidAccessor), "nonPropertyAttemptedValueIsInvalidAccessor"),
        new(typeof(Binding), nameof(Binding.SetValueMustNotBeNullAccessor), "valueMustNotBeNullAccessor"),
        new(typeof(CsvError), ".ctor", nameof(CsvError.Message)),
        new(typeof(QualityFinding), ".ctor", nameof(QualityFinding.Message)),
        new(typeof(QualityRule), ".ctor", nameof(QualityRule.Statement)),
        new(typeof(QualityRule), ".ctor", nameof(QualityRule.Message)),
        new(typeof(QualityRule), ".ctor", nameof(QualityRule.Remedy)),
        new(typeof(JobFailure), ".ctor", nameof(JobFailure.Message)),
        new(typeof(ErrorShowModel), nameof(ErrorShowModel.Heading)),
        new(typeof(ErrorShowModel), nameof(ErrorShowModel.Advice)),
        new("Cadran.Web.Commands.ImportCatalogueCommand", "Fail", "why"),
        new("Cadran.Web.Commands.ImportResponsesCommand", "Refuse", "message"),
    ];

    /// <summary>Views of which every text is a refusal.</summary>
    public static readonly IReadOnlyList<string> Views =
        ["Cadran.Web/Respondent/Notice.cshtml", "Cadran.Web/Respondent/_ProblemWords.cshtml"];

    public static IReadOnlyList<RefusalText> Read(ValueIndex index)
    {
        var trace = new ValueTrace(index, throughTranslations: true, _ => false);
        var refused = Sinks.SelectMany(sink => sink.Values(index)).Concat(Views.SelectMany(view => Said(index, view)));
        return
        [
            .. from found in refused.SelectMany(trace.Follow)
               where found.Text is not null && IsSentence(found.Text)
               group found by (Module: Module(found.At.Syntax.SyntaxTree.FilePath), found.Text) into places
               select new RefusalText(places.Key.Module, places.Key.Text, Place.Of(places.First().At.Syntax)),
        ];
    }

    /// <summary>What a view looks up.</summary>
    public static IEnumerable<Value> Said(ValueIndex index, string view) =>
        from use in index.Uses.OfType<IPropertyReferenceOperation>()
        where use.Syntax.SyntaxTree.FilePath == view && ValueTrace.IsTranslation(use)
        select new Value(use.Arguments[0].Value);

    // Codes, names of fields and lone words are no refusals.
    private static bool IsSentence(string text) =>
        text.Length >= 10 && text.Contains(' ', StringComparison.Ordinal) && (char.IsUpper(text[0]) || text[0] is '“' or '{');

    private static string Module(string file)
    {
        string folder = file.Split('/') switch
        {
            ["Cadran.Web", "Pages", var module, _, ..] => module,
            ["Cadran.Web", "Respondent", ..] => "Collection",
            ["Cadran", var module, _, ..] => module,
            _ => "",
        };
        return Edges.IsModule(folder) ? folder : "";
    }
}
