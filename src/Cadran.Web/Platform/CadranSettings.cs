using Cadran.Storage;

namespace Cadran.Web.Platform;

/// <summary>
/// Where an installation keeps its things. From configuration section <c>Cadran</c> (environment: <c>Cadran__Postgres</c> and so on).
/// </summary>
public sealed class CadranSettings
{
    /// <summary>Folder of the database file, keys and uploads.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>PostgreSQL connection string; empty means the SQLite file in the data folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>Largest upload, in bytes.</summary>
    public long UploadLimit { get; init; } = 200_000_000;

    /// <summary>Answers that one network may send to one link in ten minutes; 0 sets no limit.</summary>
    public int AnswersPerSource { get; init; } = 60;

    /// <summary>Address under which people reach the installation, such as https://cadran.example.org; letters carry links to it.</summary>
    public string? PublicAddress { get; init; }

    public MailSettings Mail { get; init; } = new();

    public string SqliteFile => Path.Combine(DataFolder, "cadran.db");

    /// <summary>Keys of cookies and one-time links. Part of every backup.</summary>
    public string KeyFolder => Path.Combine(DataFolder, "keys");
    public string UploadFolder => Path.Combine(DataFolder, "uploads");

    /// <summary>Makes the data folder, and closes what is in it to other accounts of the machine.</summary>
    public void MakePrivate()
    {
        // A folder that was there before the program and holds nothing of it may be anything: only what lies in it is closed.
        if (!Directory.Exists(DataFolder) || File.Exists(SqliteFile)) PrivateFiles.Folder(DataFolder);
        PrivateFiles.Folder(KeyFolder);
        PrivateFiles.Folder(UploadFolder);
        if (!string.IsNullOrWhiteSpace(Postgres)) return;
        PrivateFiles.File(SqliteFile);
        foreach (string log in new[] { "-wal", "-shm" })
            if (File.Exists(SqliteFile + log)) PrivateFiles.CloseFile(SqliteFile + log);
    }
}
