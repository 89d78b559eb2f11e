using System.Globalization;
using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Statistics;
using Cadran.Statistics.Drivers;
using Cadran.Web.Charts;
using Cadran.Web.Platform;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>Numbers, reasons and names in the reader's language.</summary>
public sealed class NumberText(IStringLocalizer<Text> text)
{
    public IStringLocalizer<Text> T => text;

    public static string One(double? value) => value is { } v && double.IsFinite(v) ? Of(v, "N1") : "–";

    /// <summary>A number in a standard or custom format of .NET; what is rounded to zero has no sign.</summary>
    /// <param name="culture">The reader's when null.</param>
    public static string Of(double value, string format, CultureInfo? culture = null)
    {
        culture ??= CultureInfo.CurrentCulture;
        string zero = 0.0.ToString(format, culture), text = value.ToString(format, culture);
        return text == culture.NumberFormat.NegativeSign + zero ? zero : text;
    }

    /// <summary>A share as a percentage without decimals; its sign is the text's.</summary>
    public static string WholePercent(double share) => Of(100 * share, "F0");

    /// <summary>An interval of shares in percent, in brackets after the share; nothing where there is none.</summary>
    public static string WithinPercent(double? low, double? high) =>
        low is { } from && high is { } to ? $"({WholePercent(from)}–{WholePercent(to)})" : "";

    /// <summary>An interval of scores, in brackets after the score; nothing where there is none.</summary>
    public static string Within(double? low, double? high) =>
        low is { } from && high is { } to && double.IsFinite(from + to) ? $"({One(from)}–{One(to)})" : "";

    public static string Two(double value) => double.IsFinite(value) ? value.ToString("N2", CultureInfo.CurrentCulture) : "–";

    public static string Whole(double value) => double.IsFinite(value) ? value.ToString("N0", CultureInfo.CurrentCulture) : "–";

    public static string Signed(double value) => value.ToString("+0.0;−0.0;0.0", CultureInfo.CurrentCulture);

    public static string Count(int? n) => n?.ToString("N0", CultureInfo.CurrentCulture) ?? "–";

    public string Share(double? share) => text["{0}%", One(100 * share)];

    public string Probability(double? p) => Probability(text, p);

    public static string Probability(IStringLocalizer text, double? p) => p switch
    {
        null => "–",
        < LeastProbability => text["under {0}", Of(LeastProbability, "N4")],
        < 0.001 => Of(p.Value, "N4"),
        { } value => Of(value, "N3"),
    };

    /// <summary>A p-value below it is told in words: its digits say nothing more.</summary>
    public const double LeastProbability = 0.0001;

    public string Between(double low, double high) => text["{0} to {1}", One(low), One(high)];

    public string Reason(Suppression why) => why.Reason switch
    {
        SuppressionReason.TooFewRespondents => text["Fewer than {0} people answered", DisclosurePolicy.MinimumPeople],
        // Not that all were alike: it would be half of what they said.
        SuppressionReason.Unanimous => text["Withheld so that single answers cannot be worked out"],
        SuppressionReason.Complementary => text["Withheld so that a smaller group cannot be worked out"],
        SuppressionReason.Empty => text["Nobody answered"],
        _ => text["Its margin cannot be estimated"],
    };

    /// <summary>Why nothing is said of drivers.</summary>
    public string NoDrivers(DriverResult drivers) => drivers.Reason switch
    {
        DriverSuppression.TooFewPeoplePerDriver when drivers is { N: { } people, Needed: { } needed } => text[
            "Drivers need {0} people who rated overall satisfaction and all of them, {1} for each driver; {2} did. "
                + "With fewer, chance alone explains much.",
            Count(needed), AnalysisOptions.LeastPeoplePerDriver, Count(people)],
        DriverSuppression.NotBeyondChance => text[
            "What the drivers explain of overall satisfaction, {0}%, could be chance ({1}% when adjusted for it): "
                + "there is no importance to share among them.",
            WholePercent(drivers.RSquared ?? 0), WholePercent(Math.Max(0, drivers.AdjustedRSquared ?? 0))],
        DriverSuppression.OverallDoesNotVary => text["Everybody gave the same overall rating: there is nothing to explain."],
        DriverSuppression.DriversDoNotVary => text["Everybody rated the drivers alike: they can explain nothing."],
        DriverSuppression.NothingExplained => text[
            "The drivers explain nothing of the differences in overall satisfaction: there is no importance to share among them."],
        DriverSuppression.TooFewCompleteCases => text["Too few people rated overall satisfaction and all drivers."],
        _ => text["The questionnaire asks no overall rating with drivers, or too few people answered them all."],
    };

    public string By(string by, QuestionnaireContent content) => by switch
    {
        "channel" => text["Channel"],
        "language" => text["Language"],
        _ => Splits.Question(content, by) switch
        {
            { Option: { } option } split =>
                text["{0}: {1}", split.Question.Text.In(Localization.Language), option.Label.In(Localization.Language)],
            { } split => split.Question.Text.In(Localization.Language),
            null => by,
        },
    };

    public string Group(string by, string value, QuestionnaireContent content) => (by, value) switch
    {
        ("channel", _) => text.Channel(value),
        ("language", { Length: 2 }) => CultureInfo.GetCultureInfo(value).NativeName,
        _ => Splits.Question(content, by) switch
        {
            { Option: not null } => value == Splits.Chosen ? text["Chose it"] : text["Did not choose it"],
            { } split => Label(split.Question, value).In(Localization.Language),
            null => value,
        },
    };

    /// <summary>Words of an answer; its number where it has none.</summary>
    public static LocalText Label(Question question, string answer) =>
        question.Kind.Options(question).FirstOrDefault(o => o.Code == answer)?.Label is { } label && label != LocalText.Empty
            ? label : new(answer, answer);

    /// <summary>A row's name and, when it is in another language than the page, which.</summary>
    public static (string Name, string? Language) Name(LocalText name)
    {
        (string own, string language) = name.For(Localization.Language);
        return (own, language == Localization.Language ? null : language);
    }

    /// <summary>A score with its interval, or the reason there is none.</summary>
    public ChartCell Score(PublishedNumber f) => f.IsShown ? new(One(f.Estimate), f.Estimate, Finite(f.Low), Finite(f.High)) : Withheld(f);

    public ChartCell Percent(PublishedNumber f) => f.IsShown
        ? new(One(100 * f.Estimate), 100 * f.Estimate, Finite(100 * f.Low), Finite(100 * f.High))
        : Withheld(f);

    /// <summary>The interval of a share as percentages.</summary>
    public ChartCell PercentInterval(PublishedNumber f) => !f.IsShown ? new("")
        : double.IsFinite(f.Margin) ? new(Between(100 * f.Low, 100 * f.High)) : new("–");

    public ChartCell Interval(PublishedNumber f) => !f.IsShown ? new("")
        : double.IsFinite(f.Margin) ? new(Between(f.Low, f.High)) : new("–");

    public static ChartCell Number(int? n) => n is { } count ? new(Count(n), count) : new("");

    private ChartCell Withheld(PublishedNumber f) => new(Reason(f.Suppressed!), Suppressed: true);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
