using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cadran.Csv;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// Reads responses out of a file, row by row, as the store asks for them. Bad rows are counted and told with their place; the others
/// come out as responses whose ids follow from their source, so that the same row is the same response however often it is sent.
/// </summary>
internal sealed partial class ImportRows
{
    private const int BatchSize = 2000;

    private readonly CsvReader csv;
    private readonly ImportMap map;
    private readonly Wave wave;
    private readonly Guid importId;
    private readonly DateOnly day;
    private readonly HashSet<Guid> taken;
    private readonly byte[] source;
    private readonly ImportCell[] cells;
    private readonly ImportOptions[] options;
    private readonly int id, weight, stratum, cluster, population, channel, language, dayColumn;
    private readonly HashSet<string> missing;
    private readonly Dictionary<Guid, long> seen = [];
    private byte[] json = new byte[4096];

    public ImportRows(
        CsvReader csv, ImportMap map, QuestionnaireContent content, Wave wave, Guid importId, DateOnly day, string fileHash,
        HashSet<Guid> taken)
    {
        (this.csv, this.map, this.wave, this.importId, this.day, this.taken) = (csv, map, wave, importId, day, taken);
        source = [.. wave.Id.ToByteArray(), .. Encoding.UTF8.GetBytes(map.Id is null ? $"file:{fileHash}:" : "id:")];
        missing = [.. map.Missing.Append("")];
        options = ImportOptions.Of(map, content, csv);
        cells = [.. map.Items.Where(item => item.Option is null)
            .Select(item => new ImportCell(map, item, content.Find(item.Item)!, csv.Column(item.Column)))];
        (id, weight, stratum, cluster) = (At(map.Id), At(map.Weight), At(map.Stratum), At(map.Cluster));
        (population, channel, language, dayColumn) = (At(map.Population), At(map.Channel?.Column), At(map.Language?.Column), At(map.Day));
    }

    public ImportCounts Tally { get; } = new();

    /// <summary>What became of the rows read so far, of the codes in them and of the columns.</summary>
    public ImportReport Report(long added) => Tally.Report(added) with
    {
        DefaultDay = day,
        Codes = ImportCode.Together(
            from cell in cells
            from code in cell.Codes
            select (code.Value, code.Becomes, code.Point, code.Cells, csv.Header[cell.Column])),
        LeftOut = [.. csv.Header.Except(map.Columns)],
        NobodysRows = csv.LeftOut,
        ShortRows = csv.ShortRows,
        OtherSheets = [.. csv.Sheets.Skip(1)],
    };

    /// <summary>The good rows that are not in the wave yet.</summary>
    public IEnumerable<Response> Read(Action progress)
    {
        var batch = new List<Response>(BatchSize);
        while (Fill(batch))
        {
            foreach (Response response in batch) yield return response;
            batch.Clear();
            progress();
        }
    }

    private bool Fill(List<Response> batch)
    {
        long before = Tally.Rows;
        foreach (CsvRow row in csv)
        {
            Tally.Rows++;
            if (Convert(row) is { } response) batch.Add(response);
            if (Tally.Rows - before >= BatchSize) return true;
        }
        return Tally.Rows > before;
    }

    private Response? Convert(CsvRow row)
    {
        if (row.Problem is { } ragged) return Refuse(ragged);
        int errors = 0;
        int length = Answers(row, ref errors);
        double weighs = Number(row, weight, 1, ref errors), counted = Number(row, population, double.NaN, ref errors);
        string inStratum = Label(row, stratum, 80, null, ref errors), inCluster = Label(row, cluster, 80, null, ref errors);
        string through = Label(row, channel, 40, map.Channel, ref errors), spoken = Language(row, ref errors);
        DateOnly? written = Day(row, ref errors);
        Guid key = Key(row, ref errors);
        if (errors > 0) { Tally.EndBad(); return null; }
        if (length <= 2)
            return Refuse(row.Error(0, "import.no-answer", "The row answers no question.") with
            {
                Column = null,
                ColumnName = null,
            });
        if (!seen.TryAdd(key, row.Number))
            return Refuse(row.Error(Math.Max(0, id), "import.id-twice", "The same id stands in row {0}.", seen[key]));
        if (taken.Contains(key)) { Tally.AlreadyThere++; return null; }
        Tally.Good++;
        if (written is null) Tally.Undated++;
        else if (written < wave.OpensOn || written > wave.ClosesOn) Tally.OutsideWave++;
        return new Response
        {
            Id = key,
            WaveId = wave.Id,
            ImportId = importId,
            ReceivedOn = written ?? day,
            Channel = through,
            Language = spoken,
            Weight = weighs,
            Stratum = inStratum,
            Cluster = inCluster,
            Population = double.IsNaN(counted) ? null : counted,
            AnswersJson = Encoding.UTF8.GetString(json, 0, length),
        };
    }

    private Guid Key(CsvRow row, ref int errors)
    {
        ReadOnlySpan<byte> own = id < 0 ? Encoding.UTF8.GetBytes(row.Number.ToString(CultureInfo.InvariantCulture)) : row.Bytes(id);
        if (own.IsEmpty || own.Length > 1000) Tell(row.Error(Math.Max(0, id), "import.no-id", "The row has no id."), ref errors);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData([.. source, .. own], hash);
        return new Guid(hash[..16]);
    }

    private void Tell(CsvError error, ref int errors)
    {
        errors++;
        Tally.Tell(error);
    }

    private Response? Refuse(CsvError error)
    {
        Tally.Tell(error);
        Tally.EndBad();
        return null;
    }

    private int At(string? column) => column is null ? -1 : csv.Column(column);
}
