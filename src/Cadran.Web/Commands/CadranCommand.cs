using System.CommandLine;

namespace Cadran.Web.Commands;

/// <summary>The command line. Each command is one file; exit codes are 0 done, 1 the input or data stops it, 2 wrong arguments.</summary>
public static class CadranCommand
{
    public const int Done = 0, Stopped = 1, WrongArguments = 2;

    /// <summary>Runs a command line; results go to the first writer, everything else to the second.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        ParseResult given = Root().Parse(args);
        int code = await given.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return given.Errors.Count > 0 ? WrongArguments : code;
    }

    public static RootCommand Root()
    {
        var root = new RootCommand("Cadran measures client satisfaction and follows what is done about it.");
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(AnalyseCommand.Create());
        root.Subcommands.Add(DemoCommand.Create());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(new Command("export", "Write reports and data to files.") { ExportReportCommand.Create() });
        root.Subcommands.Add(ImportCommand.Create());
        root.SetAction((_, ct) => ServeCommand.RunAsync([], ct));
        return root;
    }
}
