using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Cadran.Csv;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>A column of ratings being read: whole values of the scale, or a kind of no value.</summary>
internal sealed partial class RatingColumn
{
    public const string OffScale = "analysis.off-scale", NotANumber = "analysis.not-a-number";

    private const sbyte Unknown = sbyte.MinValue;
    private const int RememberAtMost = 1000;

    private readonly int position;
    private readonly Scale scale;
    private readonly (string Text, double Number, NoValue Meaning)[] codes;
    private readonly List<sbyte> answers = [];
    private readonly Dictionary<string, sbyte> known = new(StringComparer.Ordinal);

    // Nearly every cell is one digit: what each means is looked up once.
    private readonly sbyte[] ofByte = new sbyte[256];

    public RatingColumn(int position, string name, AnalysisColumns columns)
    {
        this.position = position;
        Name = name;
        scale = columns.ScaleOf(name);
        codes = [.. columns.MissingOf.GetValueOrDefault(name, columns.Missing).Select(text => Code(text, NoValue.Missing)),
            .. columns.NotApplicableOf.GetValueOrDefault(name, columns.NotApplicable).Select(text => Code(text, NoValue.NotApplicable))];
        Array.Fill(ofByte, Unknown);
        for (int digit = 0; digit <= 9; digit++)
            ofByte['0' + digit] = MeaningOf(digit.ToString(CultureInfo.InvariantCulture), digit) is { } meaning ? (sbyte)meaning
                : digit >= scale.Minimum && digit <= scale.Maximum ? (sbyte)digit : Unknown;
    }

    public string Name { get; }
    public int Position => position;
    public ReadOnlyMemory<sbyte> Answers => answers.ToArray();
    public ReadOnlySpan<sbyte> Read => CollectionsMarshal.AsSpan(answers);

    public void Add(CsvRow row)
    {
        ReadOnlySpan<byte> cell = row.Bytes(position);
        sbyte answer = cell.Length == 1 ? ofByte[cell[0]] : Unknown;
        answers.Add(answer != Unknown ? answer : AddUnusual(row, cell));
    }

    private sbyte AddUnusual(CsvRow row, ReadOnlySpan<byte> cell)
    {
        string text = Encoding.UTF8.GetString(cell).Trim();
        if (known.TryGetValue(text, out sbyte before)) return before;
        sbyte answer = AnswerOf(row, text);
        if (known.Count < RememberAtMost) known[text] = answer;
        return answer;
    }

    private sbyte AnswerOf(CsvRow row, string text)
    {
        bool isNumber = CsvNumber.TryRead(text, row.Delimiter, out double number);
        if (MeaningOf(text, isNumber ? number : double.NaN) is { } meaning) return (sbyte)meaning;
        if (text.Length == 0 || text.Equals("NA", StringComparison.OrdinalIgnoreCase)) return (sbyte)NoValue.Missing;
        if (!isNumber && Before(text) is { } point) (isNumber, number) = (true, point);
        if (!isNumber) throw Refused(row, NotANumber,
            "“{0}” is not a number. If it means “no answer”, name it with {1}.", ShortText.Of(text, 40),
            ColumnWord.Of("--missing", Name, ShortText.Of(text, 40)));
        if (number < scale.Minimum || number > scale.Maximum)
            throw Refused(row, OffScale, "{0} is not on the scale from {1} to {2}.", text, scale.Minimum, scale.Maximum);
        if (number != Math.Floor(number)) throw Refused(row, "analysis.not-whole", "{0} is not a whole rating.", text);
        return (sbyte)number;
    }

    /// <summary>The number of a point before its words, as in “5 - Very satisfied” or “5. Very satisfied”; null without one.</summary>
    private static double? Before(string text) =>
        Numbered().Match(text) is { Success: true } match
            ? double.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private NoValue? MeaningOf(string text, double number)
    {
        foreach (var code in codes)
            if (text.Equals(code.Text, StringComparison.OrdinalIgnoreCase) || number == code.Number) return code.Meaning;
        return null;
    }

    private static (string, double, NoValue) Code(string text, NoValue meaning) =>
        (text, double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN, meaning);

    private CsvException Refused(CsvRow row, string code, string message, params object[] args) =>
        new(row.Error(position, code, message, args));

    [GeneratedRegex(@"^(\d{1,3})\s*[-–—.:=)]\s*\D")]
    private static partial Regex Numbered();
}
