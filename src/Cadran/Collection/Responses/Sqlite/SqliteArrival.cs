using Microsoft.Data.Sqlite;

namespace Cadran.Collection;

/// <summary>A row of the arrivals as it lies in the SQLite file: all responses of one commit to one wave.</summary>
internal sealed record SqliteArrival(Guid WaveId, string Id, byte[] Closed)
{
    /// <param name="wave">As it is written there; null for those of all waves.</param>
    public static List<SqliteArrival> Read(SqliteConnection connection, string? wave = null)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = """select "WaveId", "Id", "Content" from "Arrivals" where $wave is null or "WaveId" = $wave""";
        command.Parameters.AddWithValue("$wave", wave is null ? DBNull.Value : wave);
        var arrivals = new List<SqliteArrival>();
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
            arrivals.Add(new(Guid.Parse(reader.GetString(0)), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        return arrivals;
    }

    /// <summary>Null when its key is gone: the file of keys was lost or replaced.</summary>
    public IReadOnlyList<Response>? Open(byte[][] keys) =>
        ArrivalKeys.Open(keys, Closed) is { } content ? Arrival.ReadTogether(WaveId, content) : null;
}
