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
    /// <param name="reading">
    /// Reads in the look at the database that is copied, and returns what is to be done to the copy before anybody keeps it.
    /// </param>
    public static void Write(
        string databaseFile, string keysFolder, string target, Func<SqliteConnection, Action<SqliteConnection>> reading)
    {
        if (File.Exists(target)) throw new IOException($"{target} exists already.");
        string copy = target + ".database", unfinished = target + ".unfinished";
        try
        {
            using (var from = Open(databaseFile, SqliteOpenMode.ReadWrite))
            using (var to = OpenPrivate(copy))
            {
                Action<SqliteConnection> clean;
                using (SqliteTransaction look = from.BeginTransaction(deferred: true))
                {
                    clean = reading(from);
                    from.BackupDatabase(to);
                }
                Run(to, "pragma journal_mode=delete; pragma secure_delete=on");
                clean(to);
                // Written anew, table by table in the order of its keys: no free page and no order of writing comes along.
                Run(to, "vacuum");
            }
            using (FileStream file = PrivateFiles.Create(unfinished))
            using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
            {
                archive.CreateEntryFromFile(copy, Database, CompressionLevel.Fastest);
                foreach (string key in Directory.Exists(keysFolder) ? Directory.GetFiles(keysFolder).Where(IsKey) : [])
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
        PrivateFiles.Folder(Path.GetDirectoryName(Path.GetFullPath(databaseFile))!);
        string copy = databaseFile + ".restoring";
        try
        {
            using ZipArchive archive = Archive(backup);
            ZipArchiveEntry database = archive.GetEntry(Database)
                ?? throw new InvalidDataException($"{backup} holds no {Database}: it is not a backup of Cadran.");
            File.Delete(copy);
            Extract(database, copy);
            using (var from = Open(copy, SqliteOpenMode.ReadWrite))
            {
                Verify(from, backup);
                using var to = OpenPrivate(databaseFile);
                from.BackupDatabase(to);
            }
            PrivateFiles.Folder(keysFolder);
            // Only the last part of a name is used: a crafted archive cannot write elsewhere.
            foreach (ZipArchiveEntry key in archive.Entries.Where(e =>
                e.FullName.StartsWith(Keys, StringComparison.Ordinal) && IsKey(e.Name)))
            {
                string file = Path.Combine(keysFolder, Path.GetFileName(key.Name));
                File.Delete(file);
                Extract(key, file);
            }
        }
        finally { File.Delete(copy); }
    }

    private static bool IsKey(string name) =>
        name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".pem", StringComparison.Ordinal);

    private static void Extract(ZipArchiveEntry entry, string file)
    {
        using FileStream to = PrivateFiles.Create(file);
        using Stream from = entry.Open();
        from.CopyTo(to);
    }

    private static SqliteConnection OpenPrivate(string file)
    {
        PrivateFiles.File(file);
        return Open(file, SqliteOpenMode.ReadWrite);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        // The text is a constant of this class.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

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
