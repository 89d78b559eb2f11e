using System.CommandLine;
using System.Globalization;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Demonstration;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Commands;

/// <summary><c>cadran demo</c>: the demonstration in an empty database, without a browser.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command("demo", "Fill an empty database with a fictional organisation: " +
            "three services, four simulated waves each, decisions, targets, actions.");
        command.SetAction((parsed, ct) => RunAsync(parsed.InvocationConfiguration, ct));
        return command;
    }

    private static async Task<int> RunAsync(InvocationConfiguration console, CancellationToken ct)
    {
        await using WebApplication app = CadranApp.Build([]);
        await app.PrepareAsync(ct);
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        db.Actor = Actor.Command;
        Organisation? top = await db.Organisations.FirstOrDefaultAsync(o => o.ParentId == null, ct);
        if (top is null)
        {
            top = DemonstrationContent.Top();
            db.Organisations.Add(top);
            await db.Because("demonstration.fill").SaveChangesAsync(ct);
        }
        try
        {
            await scope.ServiceProvider.GetRequiredService<DemonstrationContent>()
                .FillAsync(top.Id, new WrittenProgress(console.Error), ct);
        }
        catch (RuleViolationException rule)
        {
            await console.Error.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, rule.Message, [.. rule.Args]));
            return CadranCommand.Stopped;
        }
        await console.Output.WriteLineAsync("The demonstration is ready. Start with: cadran serve");
        return CadranCommand.Done;
    }

    private sealed class WrittenProgress(TextWriter to) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => to.WriteLine($"{value.Done} of {value.Total}");
    }
}
