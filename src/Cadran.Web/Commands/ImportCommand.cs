using System.CommandLine;

namespace Cadran.Web.Commands;

/// <summary><c>cadran import …</c>: brings files into the database without a browser.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var command = new Command("import", "Bring files into the database.");
        command.Subcommands.Add(ImportCatalogueCommand.Create());
        command.Subcommands.Add(ImportQuestionnaireCommand.Create());
        command.Subcommands.Add(ImportResponsesCommand.Create());
        command.Subcommands.Add(ImportClientsCommand.Create());
        command.Subcommands.Add(ImportCasesCommand.Create());
        return command;
    }
}
