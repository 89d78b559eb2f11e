using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Questionnaires;

/// <summary>
/// What only some kinds of question have, as the form of an own question sends it. The form holds the fields of every kind; those of
/// another kind than the chosen one are left unread.
/// </summary>
public sealed class DetailForm
{
    [Display(Name = "How it is shown")]
    public QuestionDisplay Display { get; set; }

    [Display(Name = "Fewest that one person must choose"), Range(1, OwnItem.MaxOptions)]
    public int? Least { get; set; }

    public LocalTextForm Unit { get; set; } = new();

    [Display(Name = "Smallest number")]
    public decimal? Minimum { get; set; }

    [Display(Name = "Largest number")]
    public decimal? Maximum { get; set; }

    [Display(Name = "Digits after the decimal sign"), Range(0, TypedNumber.MostDecimals)]
    public int Decimals { get; set; }

    [Display(Name = "What the numbers make together")]
    public decimal? Total { get; set; }

    [Display(Name = "Told in")]
    public TimeUnit TimeUnit { get; set; }

    [Display(Name = "First day")]
    public DateOnly? Earliest { get; set; }

    [Display(Name = "Last day")]
    public DateOnly? Latest { get; set; }

    [Display(Name = "Most characters"), Range(1, CommentKind.MaxLength)]
    public int? Length { get; set; }

    [Display(Name = "Pattern of the whole text"), StringLength(TextKind.PatternMaxLength)]
    public string? Pattern { get; set; }

    [Display(Name = "Country"), StringLength(2)]
    public string? Country { get; set; }

    [Display(Name = "Fixed value"), StringLength(OwnItem.CodeMaxLength)]
    public string? Value { get; set; }

    [Display(Name = "Options with a text beside them"), StringLength(200)]
    public string? TakesText { get; set; }

    [Display(Name = "Options that leave out all others"), StringLength(200)]
    public string? Exclusive { get; set; }

    [Display(Name = "Offer “I do not know”")]
    public bool DontKnow { get; set; }

    [Display(Name = "Offer “I prefer not to say”")]
    public bool Refused { get; set; }

    public static DetailForm From(Question question) => new()
    {
        Display = question.Display,
        Least = question.Least,
        Unit = LocalTextForm.From(question.Unit),
        Minimum = question.Minimum,
        Maximum = question.Maximum,
        Decimals = question.Decimals,
        Total = question.Total,
        TimeUnit = question.TimeUnit,
        Earliest = question.Earliest,
        Latest = question.Latest,
        Length = question.Length,
        Pattern = question.Pattern,
        Country = question.Country,
        Value = question.Value,
        TakesText = Lines(question, o => o.TakesText),
        Exclusive = Lines(question, o => o.Exclusive),
        DontKnow = question.NoValues.Contains(NoValueCode.DontKnow),
        Refused = question.NoValues.Contains(NoValueCode.Refused),
    };

    /// <summary>The question with what its kind has of this.</summary>
    public Question Onto(Question question) => question.Kind switch
    {
        RatingKind => question with { Display = Display == QuestionDisplay.Dropdown ? QuestionDisplay.Default : Display },
        ChoiceKind => question with
        {
            Display = Display == QuestionDisplay.Dropdown ? Display : QuestionDisplay.Default,
            Options = Marked(question.Options, exclusive: false),
        },
        ChoicesKind => question with { Least = Least, Options = Marked(question.Options, exclusive: true) },
        RankingKind => question with { Least = Least },
        NumberKind => question with
        {
            Unit = Unit.Onto(question.Unit),
            Minimum = Minimum,
            Maximum = Maximum,
            Decimals = Decimals,
        },
        SumKind => question with { Total = Total, Decimals = Decimals },
        DurationKind => question with { TimeUnit = TimeUnit, Minimum = Minimum, Maximum = Maximum, Decimals = Decimals },
        DateKind => question with { Earliest = Earliest, Latest = Latest },
        TextKind => question with { Length = Length, Pattern = Written(Pattern) },
        CommentKind => question with { Length = Length },
        PostalCodeKind or PhoneKind => question with { Country = Written(Country)?.ToUpperInvariant() },
        HiddenKind => question with { Value = Written(Value) },
        _ => question,
    };

    /// <summary>A list of lines names one that is not there, or something that is no line.</summary>
    public static bool IsWrong(string? lines, int options) =>
        Split(lines).Any(part => !int.TryParse(part, CultureInfo.InvariantCulture, out int line) || line < 1 || line > options);

    private IReadOnlyList<QuestionOption> Marked(IReadOnlyList<QuestionOption> options, bool exclusive) =>
    [
        .. options.Select((option, at) => option with
        {
            TakesText = Names(TakesText, at + 1),
            Exclusive = exclusive && Names(Exclusive, at + 1),
        }),
    ];

    private static bool Names(string? lines, int line) => Split(lines).Contains(line.ToString(CultureInfo.InvariantCulture));

    private static string Lines(Question question, Func<QuestionOption, bool> marked) =>
        string.Join(", ", question.Options.Index().Where(o => marked(o.Item)).Select(o => o.Index + 1));

    private static string[] Split(string? lines) =>
        (lines ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Written(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
