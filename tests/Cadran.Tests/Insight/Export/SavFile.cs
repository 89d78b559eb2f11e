using System.Text;

namespace Cadran.Tests.Insight.Export;

/// <summary>
/// A reader of SPSS system files of its own, written from the public description of the format: what a file says is read from its bytes
/// by code that knows nothing of the writer.
/// </summary>
internal sealed class SavFile
{
    public sealed record Variable(string Name, int Width, string Label, (double Low, double High)? Missing,
        Dictionary<double, string> Labels, int Measure);

    private readonly List<(int Place, int Type, string Short, string Label, (double, double)? Missing)> records = [];
    private readonly Dictionary<int, Dictionary<double, string>> words = [];
    private readonly Dictionary<string, string> longNames = [];
    private readonly Dictionary<string, int> veryLong = [];
    private int[] display = [];

    public List<Variable> Variables { get; } = [];

    /// <summary>Null for system-missing.</summary>
    public List<object?[]> Cases { get; } = [];
    public string Encoding { get; private set; } = "";
    public string Title { get; private set; } = "";
    public int WeightPlace { get; private set; }
    public int CountedCases { get; private set; }

    public static SavFile Read(byte[] bytes)
    {
        var file = new SavFile();
        using var reader = new BinaryReader(new MemoryStream(bytes));
        int places = file.Header(reader);
        while (file.Record(reader)) { }
        file.Name();
        file.Data(reader, places);
        Assert.Equal(bytes.Length, reader.BaseStream.Position);
        return file;
    }

    public object? At(int row, string variable) => Cases[row][Variables.FindIndex(v => v.Name == variable)];

    private int Header(BinaryReader reader)
    {
        Assert.Equal("$FL2", Text(reader, 4));
        Assert.StartsWith("@(#) SPSS DATA FILE", Text(reader, 60));
        Assert.Equal(2, reader.ReadInt32());
        int places = reader.ReadInt32();
        Assert.Equal(1, reader.ReadInt32());
        WeightPlace = reader.ReadInt32();
        CountedCases = reader.ReadInt32();
        Assert.Equal(100.0, reader.ReadDouble());
        Assert.Matches("^[0-3][0-9] [A-Z][a-z]{2} [0-9]{2}$", Text(reader, 9));
        Assert.Matches("^[0-2][0-9]:[0-5][0-9]:[0-5][0-9]$", Text(reader, 8));
        Title = Text(reader, 64).TrimEnd();
        reader.ReadBytes(3);
        return places;
    }

    private bool Record(BinaryReader reader)
    {
        switch (reader.ReadInt32())
        {
            case 2: VariableRecord(reader); return true;
            case 3: WordRecord(reader); return true;
            case 7: Extension(reader); return true;
            case 999: Assert.Equal(0, reader.ReadInt32()); return false;
            case var other: throw new InvalidDataException($"Record {other} at {reader.BaseStream.Position}");
        }
    }

    private int place;

    private void VariableRecord(BinaryReader reader)
    {
        int type = reader.ReadInt32();
        bool hasLabel = reader.ReadInt32() == 1;
        int missing = reader.ReadInt32();
        reader.ReadInt32();
        reader.ReadInt32();
        string name = Text(reader, 8).TrimEnd();
        string label = "";
        if (hasLabel)
        {
            int length = reader.ReadInt32();
            Assert.InRange(length, 1, 255);
            label = Text(reader, length);
            reader.ReadBytes((4 - length % 4) % 4);
        }
        (double, double)? range = null;
        if (missing == -2) range = (reader.ReadDouble(), reader.ReadDouble());
        else Assert.Equal(0, missing);
        place++;
        if (type >= 0) records.Add((place, type, name, label, range));
    }

    private void WordRecord(BinaryReader reader)
    {
        var read = new Dictionary<double, string>();
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            double value = reader.ReadDouble();
            int length = reader.ReadByte();
            read.Add(value, Text(reader, length));
            reader.ReadBytes((8 - (length + 1) % 8) % 8);
        }
        Assert.Equal(4, reader.ReadInt32());
        for (int count = reader.ReadInt32(); count > 0; count--) words.Add(reader.ReadInt32(), read);
    }

    private void Extension(BinaryReader reader)
    {
        int subtype = reader.ReadInt32(), size = reader.ReadInt32(), count = reader.ReadInt32();
        byte[] data = reader.ReadBytes(size * count);
        string text = System.Text.Encoding.UTF8.GetString(data);
        if (subtype == 11) display = [.. Enumerable.Range(0, count).Select(i => BitConverter.ToInt32(data, i * 4))];
        if (subtype == 13)
            foreach (string pair in text.Split('\t')) longNames.Add(pair.Split('=')[0], pair.Split('=')[1]);
        if (subtype == 14)
            foreach (string pair in text.Split("\0\t", StringSplitOptions.RemoveEmptyEntries))
                veryLong.Add(pair.Split('=')[0], int.Parse(pair.Split('=')[1]));
        if (subtype == 16) Assert.Equal(CountedCases, BitConverter.ToInt64(data, 8));
        if (subtype == 20) Encoding = text;
        if (subtype == 3) Assert.Equal(65001, BitConverter.ToInt32(data, 28));
        if (subtype == 4) Assert.Equal(-double.MaxValue, BitConverter.ToDouble(data, 0));
    }

    private readonly List<int[]> segments = [];

    // The records of the segments of a very long text follow one another.
    private void Name()
    {
        Assert.Equal(records.Count * 3, display.Length);
        for (int i = 0; i < records.Count;)
        {
            var (at, type, name, label, missing) = records[i];
            int width = veryLong.GetValueOrDefault(name, type);
            int parts = width > 255 ? (width + 251) / 252 : 1;
            segments.Add([.. records.Skip(i).Take(parts).Select(r => r.Type)]);
            if (parts > 1) Assert.All(segments[^1].SkipLast(1), w => Assert.Equal(255, w));
            Variables.Add(new(longNames[name], width, label, missing, words.GetValueOrDefault(at, []), display[i * 3]));
            i += parts;
        }
    }

    private void Data(BinaryReader reader, int places)
    {
        var cells = Cells(reader).GetEnumerator();
        for (int row = 0; row < CountedCases; row++)
        {
            int used = 0;
            Cases.Add([.. segments.Select(widths =>
            {
                if (widths is [0]) { used++; return Next() is { } eight ? (object?)BitConverter.ToDouble(eight) : null; }
                var bytes = new List<byte>();
                foreach (int width in widths)
                {
                    int count = (width + 7) / 8;
                    used += count;
                    byte[] part = [.. Enumerable.Range(0, count).SelectMany(_ => Next()!)];
                    bytes.AddRange(part.Take(width));
                }
                return System.Text.Encoding.UTF8.GetString([.. bytes]).TrimEnd(' ');
            })]);
            Assert.Equal(places, used);
        }
        while (cells.MoveNext()) { }

        byte[]? Next() => cells.MoveNext() ? cells.Current : throw new EndOfStreamException();
    }

    private static IEnumerable<byte[]?> Cells(BinaryReader reader)
    {
        while (reader.BaseStream.Position < reader.BaseStream.Length)
            foreach (byte code in reader.ReadBytes(8))
                switch (code)
                {
                    case 0: break;
                    case 253: yield return reader.ReadBytes(8); break;
                    case 254: yield return [.. Enumerable.Repeat((byte)' ', 8)]; break;
                    case 255: yield return null; break;
                    default: yield return BitConverter.GetBytes((double)(code - 100)); break;
                }
    }

    private static string Text(BinaryReader reader, int bytes) => System.Text.Encoding.UTF8.GetString(reader.ReadBytes(bytes));
}
