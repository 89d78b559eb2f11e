using System.Text;
using Cadran.Storage;

namespace Cadran.Collection;

/// <summary>
/// Responses of a file on their way into the store: written to a private file as they are read, and given back in the order of their ids.
/// So nothing is locked while a file is read, a bad last row costs nobody anything, and the table is written from its beginning to its end.
/// </summary>
internal sealed class ResponseSpool : IDisposable
{
    private const string Purpose = "sorting";

    private readonly FileStream file;
    private readonly BinaryWriter writer;
    private readonly List<(Guid Id, long At, int Length)> rows = [];
    private long end;

    public ResponseSpool(UploadFolder folder)
    {
        file = folder.Temporary(Purpose);
        writer = new(new BufferedStream(file, 1 << 16), Encoding.UTF8);
    }

    public int Count => rows.Count;

    public void Add(Response r)
    {
        writer.Write(r.WaveId.ToByteArray());
        writer.Write(r.ReceivedOn.DayNumber);
        foreach (string text in new[] { r.Channel, r.Language, r.Stratum, r.Cluster, r.AnswersJson }) writer.Write(text);
        writer.Write(r.Weight);
        writer.Write(r.Population ?? double.NaN);
        writer.Write(r.ImportId.GetValueOrDefault().ToByteArray());
        long at = end;
        end = writer.BaseStream.Position;
        rows.Add((r.Id, at, (int)(end - at)));
    }

    public IEnumerable<Response> InOrder()
    {
        writer.Flush();
        rows.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        var bytes = new byte[rows.Count == 0 ? 0 : rows.Max(r => r.Length)];
        foreach (var (id, at, length) in rows)
        {
            for (int read = 0; read < length;)
            {
                int some = RandomAccess.Read(file.SafeFileHandle, bytes.AsSpan(read, length - read), at + read);
                read += some > 0 ? some : throw new EndOfStreamException();
            }
            yield return Read(id, bytes);
        }
    }

    public void Dispose() => writer.Dispose();

    private static Response Read(Guid id, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var wave = new Guid(reader.ReadBytes(16));
        var day = DateOnly.FromDayNumber(reader.ReadInt32());
        string channel = reader.ReadString(), language = reader.ReadString(), stratum = reader.ReadString(), cluster = reader.ReadString();
        string answers = reader.ReadString();
        double weight = reader.ReadDouble(), population = reader.ReadDouble();
        var import = new Guid(reader.ReadBytes(16));
        return new()
        {
            Id = id,
            WaveId = wave,
            ReceivedOn = day,
            Channel = channel,
            Language = language,
            Weight = weight,
            Stratum = stratum,
            Cluster = cluster,
            Population = double.IsNaN(population) ? null : population,
            ImportId = import == Guid.Empty ? null : import,
            AnswersJson = answers,
        };
    }
}
