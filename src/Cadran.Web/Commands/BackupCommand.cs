using System.CommandLine;
using Cadran.Collection;
using Cadran.Storage;
using Cadran.Web.Platform;

namespace Cadran.Web.Commands;

/// <summary><c>cadran backup FILE</c> and <c>cadran restore FILE</c>: the whole installation in one file, while it runs.</summary>
internal static class BackupCommand
{
    public static Command CreateBackup()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the backup; must not exist yet." };
        var command = new Command("backup", "Write the database and its keys to one file, while the program runs.") { file };
        command.SetAction((parsed, ct) => RunAsync(parsed, settings =>
        {
            string target = parsed.GetRequiredValue(file);
            if (!File.Exists(settings.SqliteFile)) throw new IOException($"There is no database at {settings.SqliteFile}.");
            SqliteBackup.Write(settings.SqliteFile, settings.KeyFolder, target,
                from => SqliteAnswersInBackup.Read(from, settings.SqliteFile));
            return $"Written: {target}, {new FileInfo(target).Length} bytes. It holds personal accounts and keys: " +
                $"keep it as you keep those.";
        }));
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<string>("FILE") { Description = "A backup written by cadran backup." };
        var replace = new Option<bool>("--replace") { Description = "Replace a database that has content." };
        var command = new Command("restore", "Put a backup back, in the place of everything that is there.") { file, replace };
        command.SetAction((parsed, ct) => RunAsync(parsed, settings =>
        {
            if (File.Exists(settings.SqliteFile) && !parsed.GetValue(replace))
                throw new IOException($"{settings.SqliteFile} exists. Its content would be lost: back it up, then say --replace.");
            SqliteBackup.Restore(parsed.GetRequiredValue(file), settings.SqliteFile, settings.KeyFolder);
            return $"Restored to {settings.SqliteFile}. Start the program anew if it is running, then verify with: cadran check";
        }));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<CadranSettings, string> work)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        await using WebApplication app = CadranApp.Build([]);
        var settings = app.Services.GetRequiredService<CadranSettings>();
        if (!string.IsNullOrEmpty(settings.Postgres))
        {
            await error.WriteLineAsync($"This installation keeps its data in PostgreSQL: " +
                $"use pg_dump and pg_restore, and keep the folder {settings.KeyFolder} with them.");
            return CadranCommand.Stopped;
        }
        try
        {
            await output.WriteLineAsync(work(settings));
            return CadranCommand.Done;
        }
        catch (Exception problem)
            when (problem is IOException or InvalidDataException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            await error.WriteLineAsync(problem.Message);
            return CadranCommand.Stopped;
        }
    }
}
