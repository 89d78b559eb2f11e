using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Cadran.Web.Files;

/// <summary>
/// What stands before the cases of an SPSS system file: the header, a record for each variable, words of numbers, and the extensions that
/// give names, measures, very long texts, the number of cases and the encoding. All numbers are little-endian.
/// </summary>
internal sealed class SavDictionary(IBufferWriter<byte> to)
{
    private const int LabelBytes = 255, WordBytes = 120, NumberFormat = 5, TextFormat = 1;

    public void Write(IReadOnlyList<SavVariable> variables, int cases, string title, DateTime made, int weight)
    {
        Header(variables, cases, title, made, weight);
        var names = new List<(string Short, SavVariable Variable)>();
        int place = 1;
        var words = new List<(SavVariable Variable, int Place)>();
        foreach (SavVariable variable in variables)
        {
            names.Add((Short(names.Count + Extra(names)), variable));
            words.Add((variable, place));
            Records(variable, names[^1].Short);
            place += variable.Places;
        }
        foreach (var (variable, at) in words.Where(w => w.Variable.Labels.Count > 0)) Words(variable, at);
        Extensions(variables, names, cases);
        Integers(999, 0);
    }

    // Each segment of a very long text has a name of its own, which nobody sees.
    private static int Extra(List<(string Short, SavVariable Variable)> names) => names.Sum(n => n.Variable.Segments.Count - 1);

    private static string Short(int number) => "V" + (number + 1).ToString(CultureInfo.InvariantCulture);

    private void Header(IReadOnlyList<SavVariable> variables, int cases, string title, DateTime made, int weight)
    {
        Text("$FL2", 4);
        Text("@(#) SPSS DATA FILE Cadran", 60);
        Integers(2, variables.Sum(v => v.Places), 1, weight, cases);
        Number(SavWriter.Bias);
        Text(made.ToString("dd MMM yy", CultureInfo.InvariantCulture), 9);
        Text(made.ToString("HH:mm:ss", CultureInfo.InvariantCulture), 8);
        Text(title, 64);
        Bytes([0, 0, 0]);
    }

    private void Records(SavVariable variable, string name)
    {
        int number = int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture) - 1;
        foreach (var (segment, width) in variable.Segments.Index())
        {
            bool first = segment == 0;
            int format = width == 0 ? NumberFormat << 16 | (variable.Decimals == 0 ? 8 : 12) << 8 | variable.Decimals
                : TextFormat << 16 | width << 8;
            Integers(2, width, first && variable.Label.Length > 0 ? 1 : 0, first && variable.Missing is not null ? -2 : 0, format, format);
            Text(Short(number + segment), 8);
            if (first && variable.Label.Length > 0)
            {
                byte[] label = Cut(variable.Label, LabelBytes);
                Integers(label.Length);
                Padded(label, (label.Length + 3) / 4 * 4);
            }
            if (first && variable.Missing is { } missing) { Number(missing.Low); Number(missing.High); }
            for (int place = 1; place < SavVariable.PlacesOf(width); place++)
            {
                const int unused = TextFormat << 16 | 29 << 8 | 1;
                Integers(2, -1, 0, 0, unused, unused);
                Text("", 8);
            }
        }
    }

    private void Words(SavVariable variable, int place)
    {
        Integers(3, variable.Labels.Count);
        foreach (var (value, label) in variable.Labels)
        {
            byte[] word = Cut(label, WordBytes);
            Number(value);
            Bytes([(byte)word.Length]);
            Padded(word, (word.Length + 8) / 8 * 8 - 1);
        }
        Integers(4, 1, place);
    }

    private void Extensions(IReadOnlyList<SavVariable> variables, List<(string Short, SavVariable Variable)> names, int cases)
    {
        const int extension = 7, utf8 = 65001;
        Integers(extension, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, utf8);
        Integers(extension, 4, 8, 3);
        Number(-double.MaxValue);
        Number(double.MaxValue);
        Number(double.BitIncrement(-double.MaxValue));
        int[] shown = [.. variables.SelectMany(v => v.Segments.SelectMany(width =>
            (int[])[(int)v.Measure, width == 0 ? 8 : Math.Min(width, 40), width == 0 ? 1 : 0]))];
        Integers([extension, 11, 4, shown.Length, .. shown]);
        Record(13, string.Join('\t', names.Select(n => $"{n.Short}={n.Variable.Name}")));
        string veryLong = string.Concat(names.Where(n => n.Variable.IsVeryLong).Select(n => $"{n.Short}={n.Variable.Width:00000}\0\t"));
        if (veryLong.Length > 0) Record(14, veryLong);
        Integers(extension, 16, 8, 2);
        Long(1);
        Long(cases);
        Record(20, "UTF-8");

        void Record(int subtype, string text)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            Integers(extension, subtype, 1, bytes.Length);
            Bytes(bytes);
        }
    }

    // Never in the middle of a letter.
    private static byte[] Cut(string text, int bytes)
    {
        var written = new byte[bytes];
        Encoding.UTF8.GetEncoder().Convert(text, written, flush: true, out _, out int used, out _);
        return written[..used];
    }

    private void Text(string text, int width) => Padded(Cut(text, width), width);

    private void Padded(ReadOnlySpan<byte> bytes, int width)
    {
        Span<byte> span = to.GetSpan(Math.Max(1, width))[..width];
        span.Fill((byte)' ');
        bytes.CopyTo(span);
        to.Advance(width);
    }

    private void Bytes(ReadOnlySpan<byte> bytes) => to.Write(bytes);

    private void Integers(params ReadOnlySpan<int> values)
    {
        foreach (int value in values)
        {
            BinaryPrimitives.WriteInt32LittleEndian(to.GetSpan(4), value);
            to.Advance(4);
        }
    }

    private void Long(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(to.GetSpan(8), value);
        to.Advance(8);
    }

    private void Number(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(to.GetSpan(8), value);
        to.Advance(8);
    }
}
