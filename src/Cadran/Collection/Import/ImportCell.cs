using System.Globalization;
using System.Text;
using Cadran.Csv;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>Turns the cells of one column into answers to one item. What a value becomes is worked out once and remembered.</summary>
internal sealed class ImportCell
{
    private const int RememberAtMost = 4096;

    /// <summary>A column with more unread values than this is the wrong column, and its values explain nothing.</summary>
    private const int UnreadAtMost = 20;

    /// <param name="Json">"code":answer as it is stored; empty when there is no answer.</param>
    /// <param name="Problem">English message with {0} for the value; null when the value is right.</param>
    /// <param name="Code">The value stood for something else; null when it stood for itself.</param>
    internal sealed record Outcome(byte[] Json, string? Problem, Code? Code = null);

    /// <summary>A value that stands for something else, or that nothing explains (null), counted as the rows go by.</summary>
    internal sealed class Code(string value, string? becomes, LocalText? point)
    {
        public string Value => value;
        public string? Becomes => becomes;
        public LocalText? Point => point;
        public long Cells { get; set; }
    }

    private readonly Question question;
    private readonly Dictionary<string, string> recode;
    private readonly HashSet<string> missing;
    private readonly Dictionary<string, Outcome> known = new(StringComparer.Ordinal);
    private readonly Outcome?[] digits = new Outcome?[10];
    private readonly Dictionary<string, Code> codes = new(StringComparer.Ordinal);

    public ImportCell(ImportMap map, ImportItem item, Question question, int column)
    {
        (this.question, Column) = (question, column);
        missing = [.. map.Missing.Append("")];
        recode = new(map.Values);
        foreach (var (from, to) in item.Values) recode[from] = to;
    }

    public int Column { get; }

    public IEnumerable<Code> Codes => codes.Values;

    public Outcome Read(CsvRow row)
    {
        Outcome outcome = Look(row);
        if (outcome.Code is { } code) code.Cells++;
        return outcome;
    }

    private Outcome Look(CsvRow row)
    {
        ReadOnlySpan<byte> bytes = row.Bytes(Column);
        if (bytes.Length == 1 && bytes[0] is >= (byte)'0' and <= (byte)'9') return digits[bytes[0] - '0'] ??= Answer(row.Text(Column));
        string text = row.Text(Column);
        if (question.Kind == QuestionKind.Comment) return Answer(text);
        if (known.TryGetValue(text, out Outcome? before)) return before;
        Outcome outcome = Answer(text);
        if (known.Count < RememberAtMost) known[text] = outcome;
        return outcome;
    }

    internal Outcome Answer(string cell)
    {
        string written = cell.Trim(), value = recode.GetValueOrDefault(written, written).Trim();
        bool none = missing.Contains(value);
        NoValue? kind = none ? null : Answers.Kind(value);
        Outcome outcome = none ? new([], null) : kind is { } word ? Said(new Answer.None(word)) : Valued(value);
        // A label read as a point of the scale is a reading that somebody must see, as a code is.
        string? becomes = none ? "" : kind is not null || question.Kind != QuestionKind.Rating ? value : outcome.Problem is not null ? null : Number(value) is null ? Option(value) : value;
        return written.Length == 0 || becomes == written ? outcome : outcome with { Code = StandsFor(written, becomes) };
    }

    private Code? StandsFor(string written, string? becomes)
    {
        if (codes.TryGetValue(written, out Code? known)) return known;
        if (becomes is null && codes.Values.Count(c => c.Becomes is null) == UnreadAtMost) return null;
        LocalText? point = question.Kind == QuestionKind.Rating ? question.Options.FirstOrDefault(o => o.Code == becomes)?.Label : null;
        return codes[written] = new Code(written, becomes, point);
    }

    private static double? Number(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private Outcome Valued(string value) => question.Kind switch
    {
        QuestionKind.Rating => Rating(value),
        QuestionKind.Choice => Option(value) is { } code ? Said(new Answer.Choice(code)) : new([], NotAnOption),
        QuestionKind.Choices => Choices(value),
        _ => Comment(value),
    };

    private const string NotAnOption = "“{0}” is none of the options.", TooMany = "“{0}” are more options than the question allows.";

    private Outcome Rating(string value)
    {
        int highest = question.Options.Count > 0 ? question.Options.Count : 5;
        if (Number(value) is { } number)
            return number >= 1 && number <= highest && number == Math.Floor(number) ? Said(new Answer.Rating((int)number)) : new([], "{0} is not on the scale. Say what it stands for, or leave the row out.");
        return Option(value) is { } code && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int point) ? Said(new Answer.Rating(point)) : new([], "“{0}” is not a rating.");
    }

    private Outcome Choices(string value)
    {
        string?[] codes = [.. value.Split(';', '|').Select(part => part.Trim()).Where(part => part.Length > 0).Select(Option)];
        if (codes.Length == 0 || codes.Contains(null)) return new([], NotAnOption);
        string[] chosen = [.. question.Options.Select(o => o.Code).Where(codes.Contains)];
        return chosen.Length > question.Most ? new([], TooMany) : Said(new Answer.Choices(chosen));
    }

    private Outcome Comment(string value)
    {
        string text = SectionAnswers.Clean(value);
        if (text.Length == 0) return new([], null);
        if (text.Length > SectionAnswers.CommentMaxLength) return new([], "The comment is longer than 2,000 characters.");
        PersonalData.Masked masked = PersonalData.Mask(text, "en");
        return Said(new Answer.Comment(masked.Text, masked.Counts.Count > 0 ? masked.Counts : null));
    }

    /// <summary>The option with that code, or with that label in any language.</summary>
    private string? Option(string value) =>
        (question.Options.FirstOrDefault(o => o.Code == value)
            ?? question.Options.FirstOrDefault(o => LocalText.Languages.Any(l => string.Equals(o.Label.Exactly(l), value, StringComparison.OrdinalIgnoreCase))))?.Code;

    private Outcome Said(Answer answer)
    {
        string json = new Answers().Set(question.Code, answer).ToJson();
        return new(Encoding.UTF8.GetBytes(json[1..^1]), null);
    }
}
