using System.Globalization;
using Cadran.Statistics;

namespace Cadran.Questionnaires;

/// <summary>An answer as a text repeats it.</summary>
public static class AnswerInWords
{
    /// <summary>Stands where there is nothing to repeat.</summary>
    public const string Nothing = "…";

    public static string Of(Question question, Answer? answer, string language)
    {
        string words = answer switch
        {
            null or Answer.None => "",
            Answer.Rating rating => Label(question, rating.Value.ToString(CultureInfo.InvariantCulture), language),
            Answer.Choice { Other: { } other } => other.Text,
            Answer.Choice choice => Label(question, choice.Code, language),
            Answer.Choices several => string.Join(", ", several.Codes.Select(code =>
                several.TypedIn(code) is { Length: > 0 } typed ? typed : Label(question, code, language))),
            Answer.Number number => number.Value.ToString("0.####", CultureInfo.GetCultureInfo(language)),
            Answer.Date date => date.Value.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language)),
            _ => answer.Typed,
        };
        return words.Length > 0 ? words : Nothing;
    }

    /// <summary>A fact as a text repeats it.</summary>
    public static string Of(RuleValue fact, string language) => fact switch
    {
        { Day: { } day } => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language)),
        { Number: { } number } => number.ToString("0.####", CultureInfo.GetCultureInfo(language)),
        { Text: { Length: > 0 } text } => text,
        _ => Nothing,
    };

    private static string Label(Question question, string code, string language) =>
        question.Kind.Options(question).FirstOrDefault(o => o.Code == code)?.Label.In(language) is { Length: > 0 } label ? label : code;
}
