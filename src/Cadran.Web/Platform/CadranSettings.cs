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

    /// <summary>Requests that a program may make with one key in a minute; 0 sets no limit.</summary>
    public int RequestsPerKey { get; init; } = 600;

    public MailSettings Mail { get; init; } = new();

    public string SqliteFile => Path.Combine(DataFolder, "cadran.db");

    /// <summary>Keys of cookies and one-time links. Part of every backup.</summary>
    public string KeyFolder => Path.Combine(DataFolder, "keys");
    public string UploadFolder => Path.Combine(DataFolder, "uploads");

    /// <summary>Signed anchors of the audit trail, one a day.</summary>
    public string AnchorFolder => Path.Combine(DataFolder, "anchors");

    /// <summary>
    /// Address under which people reach the program, such as <c>https://cadran.example.org</c>: what every link, QR code and message
    /// begins with. Empty means the address of the request.
    /// </summary>
    public string? PublicAddress { get; init; }

    /// <summary>How log lines are written: <c>text</c> or <c>json</c>.</summary>
    public string Log { get; init; } = "text";

    /// <summary>The beginning of a whole address, without a slash at its end.</summary>
    public string Address(HttpRequest request) =>
        string.IsNullOrWhiteSpace(PublicAddress) ? $"{request.Scheme}://{request.Host}" : PublicAddress.Trim().TrimEnd('/');

    /// <exception cref="SettingException">A setting says nothing that the program could do.</exception>
    public void Check()
    {
        if (!string.IsNullOrWhiteSpace(PublicAddress)
            && !(Uri.TryCreate(PublicAddress.Trim(), UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
                && address.AbsolutePath == "/" && address.Query.Length == 0))
            throw new SettingException(
                $"Cadran__PublicAddress is \"{PublicAddress}\": write it as https://cadran.example.org, without a path.");
        if (Log is not ("text" or "json")) throw new SettingException($"Cadran__Log is \"{Log}\": it can be text or json.");
        if (string.IsNullOrWhiteSpace(Postgres)) return;
        try { _ = new Npgsql.NpgsqlConnectionStringBuilder(Postgres); }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            throw new SettingException($"Cadran__Postgres cannot be read ({unreadable.Message}) "
                + "Write it as Host=server;Database=cadran;Username=cadran;Password=…");
        }
    }

    /// <summary>For commands that look at a database and must not make one.</summary>
    /// <exception cref="SettingException">There is none.</exception>
    public void RequireDatabase()
    {
        if (string.IsNullOrWhiteSpace(Postgres) && !(File.Exists(SqliteFile) && new FileInfo(SqliteFile).Length > 0))
            throw new SettingException($"There is no database at {SqliteFile}. Name the folder with Cadran__DataFolder.");
    }

    /// <summary>Makes the data folder, and closes what is in it to other accounts of the machine.</summary>
    /// <exception cref="SettingException">The folder cannot be made or written.</exception>
    public void MakePrivate()
    {
        try { MakeFolders(); }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"The data folder {DataFolder} cannot be used ({unusable.Message}) "
                + "Choose one that this account may write with Cadran__DataFolder.");
        }
    }

    private void MakeFolders()
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
