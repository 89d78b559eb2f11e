using System.Text;

namespace Cadran.Collection;

/// <summary>
/// Some thousand responses as the database gave them: the texts of all rows one after the other in UTF-8, without an object per row.
/// Filled by a reader, parsed by somebody else at the same time.
/// </summary>
internal sealed class ResponseBlock
{
    public const int Capacity = 4096;
    private const int Fields = 6;

    private readonly int[] ends = new int[Capacity * Fields];
    private readonly double[] weights = new double[Capacity];
    private readonly double[] populations = new double[Capacity];
    private readonly uint[] places = new uint[Capacity];
    private byte[] bytes = new byte[1 << 20];
    private int used, fields;

    /// <summary>Marker of the same look at the database: responses counted over all writers, and by this process alone.</summary>
    public long TotalCount { get; init; }
    public long OwnCount { get; init; }

    public int Rows { get; private set; }
    public bool IsFull => Rows == Capacity;

    public ReadOnlySpan<byte> Day(int row) => Field(row, 0);
    public ReadOnlySpan<byte> Channel(int row) => Field(row, 1);
    public ReadOnlySpan<byte> Language(int row) => Field(row, 2);
    public ReadOnlySpan<byte> Stratum(int row) => Field(row, 3);
    public ReadOnlySpan<byte> Cluster(int row) => Field(row, 4);
    public ReadOnlySpan<byte> Answers(int row) => Field(row, 5);
    public double Weight(int row) => weights[row];

    /// <summary>Infinity when unknown.</summary>
    public double Population(int row) => populations[row];

    /// <summary>As <see cref="Response.Place"/>.</summary>
    public uint Place(int row) => places[row];

    /// <summary>Adds the next field of the row: day, channel, language, stratum, cluster, answers.</summary>
    internal void Add(ReadOnlySpan<byte> field)
    {
        if (used + field.Length > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, used + field.Length));
        field.CopyTo(bytes.AsSpan(used));
        used += field.Length;
        ends[fields++] = used;
    }

    internal void Add(string field)
    {
        int most = Encoding.UTF8.GetMaxByteCount(field.Length);
        if (used + most > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, used + most));
        used += Encoding.UTF8.GetBytes(field, bytes.AsSpan(used));
        ends[fields++] = used;
    }

    internal void Add(Response response)
    {
        Add(response.ReceivedOn.Iso());
        foreach (string field in new[] { response.Channel, response.Language, response.Stratum, response.Cluster, response.AnswersJson })
            Add(field);
        EndRow(response.Weight, response.Population, Response.Place(response.Id));
    }

    internal void EndRow(double weight, double? population, uint place)
    {
        weights[Rows] = weight;
        populations[Rows] = population ?? double.PositiveInfinity;
        places[Rows] = place;
        Rows++;
    }

    private ReadOnlySpan<byte> Field(int row, int field)
    {
        int at = row * Fields + field;
        int start = at == 0 ? 0 : ends[at - 1];
        return bytes.AsSpan(start, ends[at] - start);
    }
}
