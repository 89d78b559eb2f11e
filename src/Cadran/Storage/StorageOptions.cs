namespace Cadran.Storage;

/// <summary>Where an installation keeps its data.</summary>
/// <param name="Postgres">Connection string; null or blank means the SQLite file.</param>
/// <param name="UploadFolder">Files that people sent and that wait for their import.</param>
public sealed record StorageOptions(string? Postgres, string SqliteFile, string UploadFolder)
{
    public bool UsesPostgres => !string.IsNullOrWhiteSpace(Postgres);
}
