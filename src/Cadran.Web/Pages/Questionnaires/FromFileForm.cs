using System.ComponentModel.DataAnnotations;
using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Web.Platform;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>Questions proposed from the columns of a file, as the form sends them back. The file itself is not kept.</summary>
public sealed class FromFileForm
{
    /// <summary>Texts of a column with up to this many different values become the options of a choice.</summary>
    private const int OptionsAtMost = 20;

    /// <summary>Up to this many ratings, each is proposed as a driver.</summary>
    private const int DriversAtMost = 20;

    public sealed class ColumnForm
    {
        public string Name { get; set; } = "";
        public bool Include { get; set; }
        public string? En { get; set; }
        public string? Fr { get; set; }

        /// <summary>overall, driver, other or profile.</summary>
        public string Use { get; set; } = "other";

        /// <summary>Option texts, one on each line; empty for a rating.</summary>
        public string? Options { get; set; }
        public bool Rating { get; set; }
        public string Sample { get; set; } = "";
    }

    [Display(Name = "Service"), Required(ErrorMessage = "Choose a service.")]
    public Guid? ServiceId { get; set; }

    [Display(Name = "Name"), Required(ErrorMessage = "Give the questionnaire a name."), StringLength(Questionnaire.NameMaxLength, ErrorMessage = "A name may have at most 200 characters.")]
    public string? Name { get; set; }

    [Display(Name = "Why more than a fifth are your own"), StringLength(Questionnaire.ReasonMaxLength, ErrorMessage = "A reason may have at most 1,000 characters.")]
    public string? Reason { get; set; }

    public List<ColumnForm> Columns { get; set; } = [];

    public static List<ColumnForm> Propose(IReadOnlyList<ImportColumn> columns)
    {
        // A survey of a hundred ratings has no hundred drivers: somebody has to say which they are.
        bool french = Localization.Language == "fr";
        string rating = columns.Count(c => c.LooksLikeRating) <= DriversAtMost ? "driver" : "other";
        return
        [.. columns.Where(c => c.LooksLikeRating || IsChoice(c)).Select(c => new ColumnForm
        {
            Name = c.Name, Include = c.LooksLikeRating || MightBeOverall(c), Rating = c.LooksLikeRating || MightBeOverall(c),
            // The words of the file are in one language, most likely the reader's: the other is to be written, and its check must see that it is not.
            En = french ? null : Words(c.Name), Fr = french ? Words(c.Name) : null,
            Use = MightBeOverall(c) ? "overall" : c.LooksLikeRating ? rating : "profile",
            Options = c.LooksLikeRating ? "" : string.Join('\n', c.Values.Select(v => v.Value).Where(v => v.Length > 0).Order(StringComparer.Ordinal)),
            Sample = string.Join(", ", c.Values.Take(6).Select(v => v.Value)),
        })];
    }

    public QuestionnaireContent ToContent(LocalText title)
    {
        var content = new QuestionnaireContent { Title = title, Welcome = MeasureBank.Current.Welcome, Thanks = MeasureBank.Current.Thanks };
        foreach (var (code, name, members) in Sections())
        {
            if (members.Count == 0) continue;
            content = content with { Sections = [.. content.Sections, new Section { Code = code, Title = name }] };
            content = members.Aggregate(content, (draft, column) => draft.Add(code, ToQuestion(column, draft)));
        }
        return content;
    }

    private IEnumerable<(string Code, LocalText Name, List<ColumnForm> Members)> Sections()
    {
        MeasureBank bank = MeasureBank.Current;
        List<ColumnForm> chosen = [.. Columns.Where(c => c.Include)];
        yield return ("overall", bank.Sections.First(s => s.Code == "overall").Title, [.. chosen.Where(c => c.Use == "overall")]);
        yield return ("ratings", new("Your ratings", "Vos notes", "Uw beoordelingen", "Ihre Bewertungen"), [.. chosen.Where(c => c.Use is "driver" or "other")]);
        yield return ("profile", bank.Sections.First(s => s.Code == "profile").Title, [.. chosen.Where(c => c.Use == "profile")]);
    }

    private static Question ToQuestion(ColumnForm column, QuestionnaireContent content) => new()
    {
        Code = OwnItem.FreeCode(content, column.Name),
        Column = column.Name,
        Text = new LocalText(Cut(column.En), Cut(column.Fr)) is var written && written != LocalText.Empty ? written : FromTheFile(column.Name),
        Kind = column.Rating ? QuestionKind.Rating : QuestionKind.Choice,
        AllowsNotApplicable = column.Rating,
        Role = column.Use switch { "overall" => ItemRole.Overall, "driver" => ItemRole.Driver, "profile" => ItemRole.Profile, _ => ItemRole.Other },
        Options = column.Rating ? MeasureBank.Current.RatingOptions("satisfaction")
            : OwnItem.Options([.. (column.Options ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(OwnItem.MaxOptions).Select(FromTheFile)], []),
    };

    /// <summary>A text found in the file, in the reader's language; a number is the same in both.</summary>
    private static LocalText FromTheFile(string found) => Cut(found) is var text && !text.Any(char.IsLetter) ? new(text, text) : LocalText.Empty.With(Localization.Language, text);

    private static bool IsChoice(ImportColumn column) => column.Different is >= 2 and <= OptionsAtMost && column.Numbers is null;

    private static bool MightBeOverall(ImportColumn column) => OwnItem.Slug(column.Name) is "satisfaction" or "overall" or "overall_satisfaction" or "satisfaction_globale";

    private static string Words(string name) => name.Replace('_', ' ').Trim() is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : name;

    private static string Cut(string? text) => text?.Trim() is { } t ? t.Length <= LocalText.MaxLength ? t : t[..LocalText.MaxLength] : "";
}
