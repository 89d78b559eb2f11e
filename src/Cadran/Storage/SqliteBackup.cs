using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace Cadran.Storage;

/// <summary>
/// One file that holds an installation: the database as it stood at one moment, and the keys that its cookies and stored secrets need.
/// Taken and put back through SQLite's own online copy, so neither needs the program to stop.
/// </summary>
public static class SqliteBackup
{
    private const string Database = "cadran.db", Keys = "keys/";

    /// <summary>Writes the backup. The target appears under its name only when it is complete, readable by its owner alone.</summary>
    /// <exception cref="IOException">The target exists already, or cannot be written.</exception>
    public static void Write(string databaseFile, string keysFolder, string target)
    {
        if (File.Exists(target)) throw new IOException($"{target} exists already.");
        string copy = target + ".database", unfinished = target + ".unfinished";
        try
        {
            using (var from = Open(databaseFile, SqliteOpenMode.ReadWrite))
            using (var to = Open(copy, SqliteOpenMode.ReadWriteCreate))
                from.BackupDatabase(to);
            using (var file = new FileStream(unfinished, Private))
            using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
            {
                archive.CreateEntryFromFile(copy, Database, CompressionLevel.Fastest);
                foreach (string key in Directory.Exists(keysFolder) ? Directory.GetFiles(keysFolder, "*.xml") : [])
                    archive.CreateEntryFromFile(key, Keys + Path.GetFileName(key));
            }
            File.Move(unfinished, target);
        }
        finally
        {
            File.Delete(copy);
            File.Delete(unfinished);
        }
    }

    /// <summary>Replaces the whole content of the database by that of the backup, in one transaction, and adds its keys.</summary>
    /// <exception cref="InvalidDataException">The file is not a backup, or its database is damaged. Nothing was changed.</exception>
    /// <exception cref="SchemaException">A newer program wrote the backup. Nothing was changed.</exception>
    public static void Restore(string backup, string databaseFile, string keysFolder)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(databaseFile))!);
        string copy = databaseFile + ".restoring";
        try
        {
            using ZipArchive archive = Archive(backup);
            ZipArchiveEntry database = archive.GetEntry(Database)
                ?? throw new InvalidDataException($"{backup} holds no {Database}: it is not a backup of Cadran.");
            database.ExtractToFile(copy, overwrite: true);
            using (var from = Open(copy, SqliteOpenMode.ReadWrite))
            {
                Verify(from, backup);
                using var to = Open(databaseFile, SqliteOpenMode.ReadWriteCreate);
                from.BackupDatabase(to);
            }
            Directory.CreateDirectory(keysFolder);
            // Only the last part of a name is used: a crafted archive cannot write elsewhere.
            foreach (ZipArchiveEntry key in archive.Entries.Where(e =>
                e.FullName.StartsWith(Keys, StringComparison.Ordinal) && e.Name.EndsWith(".xml", StringComparison.Ordinal)))
                key.ExtractToFile(Path.Combine(keysFolder, Path.GetFileName(key.Name)), overwrite: true);
        }
        finally { File.Delete(copy); }
    }

    private static FileStreamOptions Private => OperatingSystem.IsWindows()
        ? new() { Mode = FileMode.CreateNew, Access = FileAccess.Write }
        : new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };

    private static ZipArchive Archive(string backup)
    {
        try { return ZipFile.OpenRead(backup); }
        catch (InvalidDataException) { throw new InvalidDataException($"{backup} is not a backup written by Cadran, or it is cut short."); }
    }

    private static void Verify(SqliteConnection connection, string backup)
    {
        try
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "pragma integrity_check(1)";
            if (command.ExecuteScalar() as string is not "ok" and var damage)
                throw new InvalidDataException($"The database in {backup} is damaged: {damage}.");
            command.CommandText = """select count(*) from sqlite_master where name in ('Responses', 'AuditEvents', 'Services')""";
            if (command.ExecuteScalar() is not 3L) throw new InvalidDataException($"The database in {backup} is not one of Cadran.");
            command.CommandText = """select "Name" from "SchemaVersions" order by "Number" desc limit 1""";
            Schema.RefuseNewer(command.ExecuteScalar() as string);
        }
        catch (SqliteException) { throw new InvalidDataException($"The database in {backup} is damaged."); }
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection =
            new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
