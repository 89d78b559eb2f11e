using System.Globalization;
using System.Text;
using Cadran.Csv;
using Cadran.Questionnaires;

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
        // A code of all columns is none where the scale has such a point: what it means there, only its own column can say.
        recode = new(map.Values.Where(v => question.Scale?.Find(v.Key) is null));
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
        if (question.Kind.IsText) return Answer(text);
        if (known.TryGetValue(text, out Outcome? before)) return before;
        Outcome outcome = Answer(text);
        if (known.Count < RememberAtMost) known[text] = outcome;
        return outcome;
    }

    internal Outcome Answer(string cell)
    {
        string written = cell.Trim(), value = Recoded(written).Trim();
        (Outcome outcome, string? becomes) = Becomes(value);
        bool itself = becomes == written || (becomes == value && IsSameNumber(written, value));
        return written.Length == 0 || itself ? outcome : outcome with { Code = StandsFor(written, becomes) };
    }

    /// <summary>“99.0” and “99,0” are 99, and what is said of 99 is said of them.</summary>
    private string Recoded(string written)
    {
        if (recode.TryGetValue(written, out string? becomes)) return becomes;
        if (question.Kind.Coder(question) is null || !CsvNumber.TryRead(written, ';', out double number) || !double.IsFinite(number))
            return written;
        string plain = number.ToString(CultureInfo.InvariantCulture);
        if (recode.TryGetValue(plain, out becomes)) return becomes;
        return question.Scale is null && QuestionKind.OptionOf(question.Kind.Options(question), written) is not null ? written : plain;
    }

    /// <summary>
    /// What a value is as an answer, and what it was taken for: itself, a code, nothing (""), or null when nothing explains it.
    /// </summary>
    private (Outcome, string?) Becomes(string value)
    {
        if (missing.Contains(value)) return (new([], null), "");
        if (NoValueCode.Find(value) is { } none) return (Said(new Answer.None(none.Kind)), value);
        (Answer? answer, AnswerProblem? problem, string? readAs) = question.Kind.Imported(question, value);
        if (problem is not null) return (new([], problem.InFile), problem.MayBeCode ? null : value);
        // Nothing is left of a comment of control characters.
        if (answer is null) return (new([], null), value);
        // A label read as a point of the scale is a reading that somebody must see, as a code is.
        return (Said(PersonalData.Mask(answer, "en").Kept), readAs ?? value);
    }

    private static bool IsSameNumber(string written, string value) =>
        CsvNumber.TryRead(written, ';', out double one) && CsvNumber.TryRead(value, ';', out double other) && one == other;

    private Code? StandsFor(string written, string? becomes)
    {
        if (codes.TryGetValue(written, out Code? known)) return known;
        if (becomes is null && codes.Values.Count(c => c.Becomes is null) == UnreadAtMost) return null;
        LocalText? point = becomes is not null && question.Scale?.Find(becomes) is { } at ? question.Scale.LabelOf(at) : null;
        return codes[written] = new Code(written, becomes, point == LocalText.Empty ? null : point);
    }

    private Outcome Said(Answer answer)
    {
        string json = new Answers().Set(question.Code, answer).ToJson();
        return new(Encoding.UTF8.GetBytes(json[1..^1]), null);
    }
}
