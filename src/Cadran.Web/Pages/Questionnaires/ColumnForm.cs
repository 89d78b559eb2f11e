using System.ComponentModel.DataAnnotations;
using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>What a column of a file becomes in a questionnaire, as the form sends it back.</summary>
public sealed class ColumnForm
{
    public const string OfTheFile = "file";

    public string Name { get; set; } = "";

    /// <summary>The text of the question; null in a language that nobody asks for.</summary>
    public LocalTextForm Text { get; set; } = new();

    /// <summary>overall, driver, other or profile; empty where the column is left out.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Use { get; set; } = "";

    /// <summary>What it would be taken for when somebody takes it with many others.</summary>
    public string Proposed { get; set; } = "other";

    /// <summary>Option texts, one on each line; empty for a rating.</summary>
    public LocalTextForm Options { get; set; } = new();
    public bool Rating { get; set; }

    /// <summary>Its values look like those of a rating.</summary>
    public bool Looks { get; set; }

    /// <summary>Ends of the scale of a rating.</summary>
    public int Lowest { get; set; } = 1;
    public int Highest { get; set; } = 5;

    /// <summary>
    /// Name of the scale of the bank whose words the points have, <see cref="OfTheFile"/> for <see cref="Labels"/>, or empty for numbers
    /// only.
    /// </summary>
    public string? Words { get; set; }

    /// <summary>Words that the file has beside the numbers: one on each line for every point, or two for the ends.</summary>
    public string? Labels { get; set; }

    /// <summary>The values do not tell where the scale ends: somebody has to.</summary>
    public bool Unsure { get; set; }
    public bool Reversed { get; set; }
    public string Sample { get; set; } = "";

    public bool Include => Use.Length > 0;

    /// <param name="content">What the questionnaire holds so far.</param>
    /// <param name="language">In which the file is written.</param>
    public Question ToQuestion(QuestionnaireContent content, string language) => new()
    {
        Code = OwnItem.FreeCode(content, Name),
        Column = Name,
        Text = Text.Text is var written && written != LocalText.Empty ? written : FromTheFile(Name, language),
        Kind = Rating ? QuestionKind.Rating : QuestionKind.Choice,
        AllowsNotApplicable = Rating,
        Role = Use switch
        {
            "overall" => ItemRole.Overall,
            "driver" => ItemRole.Driver,
            "profile" => ItemRole.Profile,
            _ => ItemRole.Other,
        },
        Scale = Rating ? Scale(language) : null,
        Options = Rating ? [] : OwnItem.Options([.. LocalLines.Read(Options, []).Take(OwnItem.MaxOptions).Select(Everywhere)], []),
    };

    private RatingScale Scale(string language)
    {
        if (Words == OfTheFile)
            return new(Lowest, Highest - Lowest + 1, Reversed) { Labels = [.. Lines(Labels).Select(l => FromTheFile(l, language))] };
        IReadOnlyList<LocalText> words = MeasureBank.Current.Scales.GetValueOrDefault(Words ?? "", []);
        return new(Lowest, Highest - Lowest + 1, Reversed) { Labels = Reversed ? [.. words.Reverse()] : words };
    }

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A text found in the file, in its language; a number is the same in all.</summary>
    private static LocalText FromTheFile(string found, string language) => Everywhere(LocalText.Empty.With(language, Cut(found)));

    private static LocalText Everywhere(LocalText text) =>
        LocalText.Languages.Select(text.Exactly).Where(t => t.Length > 0).Distinct().ToList() is [var one] && !one.Any(char.IsLetter)
            ? new(one, one, one, one) : text;

    private static string Cut(string? text) => text?.Trim() is { } t ? t.Length <= LocalText.MaxLength ? t : t[..LocalText.MaxLength] : "";
}
