using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Web.Platform;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>What a column of a file becomes in a questionnaire, as the form sends it back.</summary>
public sealed class ColumnForm
{
    public const string OfTheFile = "file";

    public string Name { get; set; } = "";
    public bool Include { get; set; }
    public string? En { get; set; }
    public string? Fr { get; set; }

    /// <summary>overall, driver, other or profile.</summary>
    public string Use { get; set; } = "other";

    /// <summary>Option texts, one on each line; empty for a rating.</summary>
    public string? Options { get; set; }
    public bool Rating { get; set; }

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

    public Question ToQuestion(QuestionnaireContent content) => new()
    {
        Code = OwnItem.FreeCode(content, Name),
        Column = Name,
        Text = new LocalText(Cut(En), Cut(Fr)) is var written && written != LocalText.Empty ? written : FromTheFile(Name),
        Kind = Rating ? QuestionKind.Rating : QuestionKind.Choice,
        AllowsNotApplicable = Rating,
        Role = Use switch
        {
            "overall" => ItemRole.Overall,
            "driver" => ItemRole.Driver,
            "profile" => ItemRole.Profile,
            _ => ItemRole.Other,
        },
        Scale = Rating ? Scale() : null,
        Options = Rating ? [] : OwnItem.Options([.. Lines(Options).Take(OwnItem.MaxOptions).Select(FromTheFile)], []),
    };

    private RatingScale Scale()
    {
        if (Words == OfTheFile)
            return new(Lowest, Highest - Lowest + 1, Reversed) { Labels = [.. Lines(Labels).Select(FromTheFile)] };
        IReadOnlyList<LocalText> words = MeasureBank.Current.Scales.GetValueOrDefault(Words ?? "", []);
        return new(Lowest, Highest - Lowest + 1, Reversed) { Labels = Reversed ? [.. words.Reverse()] : words };
    }

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A text found in the file, in the reader's language; a number is the same in both.</summary>
    private static LocalText FromTheFile(string found) =>
        Cut(found) is var text && !text.Any(char.IsLetter) ? new(text, text) : LocalText.Empty.With(Localization.Language, text);

    private static string Cut(string? text) => text?.Trim() is { } t ? t.Length <= LocalText.MaxLength ? t : t[..LocalText.MaxLength] : "";
}
