using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Cadran.Storage;

namespace Cadran.Web.Commands;

/// <summary>The command line. Each command is one file; exit codes are 0 done, 1 the input or data stops it, 2 wrong arguments.</summary>
public static class CadranCommand
{
    public const int Done = 0, Stopped = 1, WrongArguments = 2;

    /// <summary>Runs a command line; results go to the first writer, everything else to the second.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        ParseResult given = Root().Parse(args);
        if (given.Errors.Count > 0) return await RefuseAsync(given, given.Errors.Select(e => e.Message).Distinct(), error);
        try
        {
            return await given.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (SchemaException other)
        {
            await error.WriteLineAsync(other.Message);
            return Stopped;
        }
        catch (Exception known) when (OperatorMessage.Of(known) is { } sentence)
        {
            await error.WriteLineAsync(sentence);
            return Stopped;
        }
#pragma warning disable CA1031 // What nobody foresaw ends in an exit code too, with its trace for whoever repairs it.
        catch (Exception unforeseen)
        {
            if (unforeseen is not OperationCanceledException) await error.WriteLineAsync($"Unhandled exception: {unforeseen}");
            return Stopped;
        }
#pragma warning restore CA1031
    }

    /// <summary>Says on standard error what is wrong and where to read more: help on standard output would be taken for a result.</summary>
    internal static async Task<int> RefuseAsync(ParseResult given, IEnumerable<string> wrong, TextWriter error)
    {
        foreach (string message in wrong) await error.WriteLineAsync(message);
        await error.WriteLineAsync($"What can be given: {string.Join(' ', Path(given.CommandResult))} --help");
        return WrongArguments;
    }

    private static IEnumerable<string> Path(CommandResult? command) =>
        command is null ? [] : [.. Path(command.Parent as CommandResult), command.Command.Name];

    public static Command Root()
    {
        // Not the library's own root: that one takes its name from the program's file.
        var root = new Command("cadran", "Cadran measures client satisfaction and follows what is done about it.")
        {
            new HelpOption(),
            new VersionOption(),
        };
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(AnalyseCommand.Create());
        root.Subcommands.Add(DemoCommand.Create());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(AnchorCommand.Create());
        root.Subcommands.Add(BackupCommand.CreateBackup());
        root.Subcommands.Add(BackupCommand.CreateRestore());
        root.Subcommands.Add(new Command("export", "Write reports and data to files.")
        {
            ExportReportCommand.Create(),
            ExportQuestionnaireCommand.Create(),
            ExportWaveCommand.Create(),
        });
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(new Command("account", "Help somebody into an account.") { AccountResetCommand.Create() });
        root.SetAction((given, ct) => ServeCommand.RunAsync([], given.InvocationConfiguration, ct));
        return root;
    }
}
