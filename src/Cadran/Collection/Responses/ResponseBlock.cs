using System.Buffers;
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

    private readonly int[] ends = ArrayPool<int>.Shared.Rent(Capacity * Fields);
    private readonly double[] weights = ArrayPool<double>.Shared.Rent(Capacity);
    private readonly double[] populations = ArrayPool<double>.Shared.Rent(Capacity);
    private readonly uint[] places = ArrayPool<uint>.Shared.Rent(Capacity);
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(1 << 20);
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
        Reserve(field.Length);
        field.CopyTo(bytes.AsSpan(used));
        used += field.Length;
        ends[fields++] = used;
    }

    internal void Add(string field)
    {
        int most = Encoding.UTF8.GetMaxByteCount(field.Length);
        Reserve(most);
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

    /// <summary>Gives its memory to the next block: a wave of a million needs that of five. Nobody may read this one any more.</summary>
    internal void Release()
    {
        ArrayPool<int>.Shared.Return(ends);
        ArrayPool<double>.Shared.Return(weights);
        ArrayPool<double>.Shared.Return(populations);
        ArrayPool<uint>.Shared.Return(places);
        // Somebody's answers: not left lying about.
        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        bytes = [];
    }

    private void Reserve(int more)
    {
        if (used + more <= bytes.Length) return;
        byte[] longer = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, used + more));
        bytes.AsSpan(0, used).CopyTo(longer);
        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        bytes = longer;
    }

    private ReadOnlySpan<byte> Field(int row, int field)
    {
        int at = row * Fields + field;
        int start = at == 0 ? 0 : ends[at - 1];
        return bytes.AsSpan(start, ends[at] - start);
    }
}
