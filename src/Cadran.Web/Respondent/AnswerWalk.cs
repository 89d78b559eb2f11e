using System.Globalization;
using Cadran.Questionnaires;

namespace Cadran.Web.Respondent;

/// <summary>Where one person is in a questionnaire with rules, and what lies before and behind.</summary>
public sealed record AnswerWalk(AskingPlan Plan, AskedPath Path, int Step, string Language)
{
    /// <summary>Number of the page after every step, on which somebody sends who has come to the end before knowing it.</summary>
    public int End => Plan.Steps.Count + 1;

    public bool IsAtEnd => Step == End;

    /// <summary>The button of this page sends: nothing comes after it, whatever is answered on it.</summary>
    public bool IsLast => IsAtEnd || Path.Shows(Step) && Path.IsSurelyLast(Step);

    /// <summary>The step before this one; this one where there is none.</summary>
    public int Back => Path.Before(Step) is > 0 and int before ? before : Path.From(1);

    /// <summary>What the address of the thanks says of an early end; empty for none.</summary>
    public string Ending => Path.Ending is { } ending
        ? string.Create(CultureInfo.InvariantCulture,
            $"?end={Path.EndsAfter}.{Plan.Steps[Path.EndsAfter - 1].Whole.EndWhen.ToList().IndexOf(ending)}") : "";

    /// <param name="codes">Of a question, or of several with commas between them.</param>
    public bool Shows(string codes) => codes.Split(',').Any(code => !Path.Hides(code));

    public bool Requires(string code) => Plan.Find(code) is { } question && Path.Requires(question);

    /// <summary>What stands in a place of a text, or of the page itself.</summary>
    public string Text(string place) => place switch
    {
        Position => Path.Position(Step).ToString(CultureInfo.InvariantCulture),
        Count => Path.Count.ToString(CultureInfo.InvariantCulture),
        _ => Path.Piped(place, Language),
    };

    /// <summary>Places of the page itself; no author can write them, for they are no names.</summary>
    public const string Position = "*position", Count = "*count";
}
