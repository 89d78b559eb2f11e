using Cadran.Questionnaires;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>The field's terms in the reader's language.</summary>
public static class QuestionnaireWords
{
    public static string Of(this IStringLocalizer<Text> text, Driver driver) =>
        driver == Driver.None ? text["No driver"] : MeasureBank.Current.NameOf(driver).In(Localization.Language);

    public static string Of(this IStringLocalizer<Text> text, Phase phase) => phase switch
    {
        Phase.Orientation => text["Finding out"],
        Phase.Reception => text["Reception"],
        Phase.Treatment => text["Treatment"],
        Phase.FollowUp => text["Follow-up"],
        _ => text["No phase"],
    };

    public static string Of(this IStringLocalizer<Text> text, Orientation orientation) => orientation switch
    {
        Orientation.Client => text["Client"],
        Orientation.Process => text["Process"],
        Orientation.Result => text["Result"],
        _ => text["No orientation"],
    };

    public static string Of(this IStringLocalizer<Text> text, QuestionKind kind) => text[kind.Name];

    public static string Of(this IStringLocalizer<Text> text, QuestionDisplay display) => display switch
    {
        QuestionDisplay.Numbers => text["Numbers"],
        QuestionDisplay.Stars => text["Stars"],
        QuestionDisplay.Faces => text["Faces"],
        QuestionDisplay.Dropdown => text["A list that opens (one choice)"],
        _ => text["In words, as usual"],
    };

    /// <summary>What a question asks for, with what is particular to it: "Rating from 0 to 10".</summary>
    public static string Of(this IStringLocalizer<Text> text, Question question)
    {
        (string words, object[] args) = question.Kind.Describe(question);
        return text[words, args];
    }

    /// <summary>What a common measure asks for and what it tells about.</summary>
    public static IEnumerable<string> Facts(this IStringLocalizer<Text> text, BankItem item)
    {
        yield return text.Of(MeasureBank.Current.Ask(item));
        if (item.Driver != Driver.None) yield return text.Of(item.Driver);
        if (item.Phase != Phase.None) yield return $"{text.Of(item.Phase)} × {text.Of(item.Orientation)}";
    }

    /// <summary>Whether a questionnaire is published, and whether its draft has moved on since.</summary>
    public static string State(this IStringLocalizer<Text> text, Questionnaire questionnaire) => questionnaire switch
    {
        { Version: 0 } => text["Draft, never published"],
        { Published: { } same } => text["Same as version {0}", same.Number],
        _ => text["Draft after version {0}", questionnaire.Version],
    };

    /// <summary>The scales of the bank by their ends, after a first choice of none of them.</summary>
    public static IReadOnlyList<SelectListItem> Scales(this IStringLocalizer<Text> text, string none) =>
    [
        new(text[none], ""),
        .. from scale in MeasureBank.Current.Scales
           let ends = (First: scale.Value[0].In(Localization.Language), Last: scale.Value[^1].In(Localization.Language))
           select new SelectListItem($"{ends.First} … {ends.Last}", scale.Key),
    ];

    public static string Of(this IStringLocalizer<Text> text, ItemRole role) => role switch
    {
        ItemRole.Overall => text["Overall satisfaction"],
        ItemRole.Driver => text["Driver of satisfaction"],
        ItemRole.Outcome => text["Outcome obtained"],
        ItemRole.Access => text["Ease of access"],
        ItemRole.Importance => text["Importance"],
        ItemRole.Expectation => text["Expectation"],
        ItemRole.Comment => text["Comment"],
        ItemRole.Profile => text["Profile of the person"],
        _ => text["Other"],
    };

    public static string LanguageName(this IStringLocalizer<Text> text, string language) => language switch
    {
        "fr" => text["French"],
        "nl" => text["Dutch"],
        "de" => text["German"],
        _ => text["English"],
    };

    public static string Say(this IStringLocalizer<Text> text, QualityFinding finding) =>
        text[finding.Message, [.. finding.Args.Select(Localization.Readable)]];
}
