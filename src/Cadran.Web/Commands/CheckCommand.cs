using System.CommandLine;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Commands;

/// <summary><c>cadran check</c>: is the database whole, on the right schema, and its audit trail unbroken? Exit code 1 when not.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new Command("check", "Verify the schema and the audit trail of the database.");
        command.SetAction((parsed, ct) => RunAsync(parsed.InvocationConfiguration.Output, ct));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, CancellationToken ct)
    {
        await using WebApplication app = CadranApp.Build([]);
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        int run = await Schema.ApplyAsync(db, scope.ServiceProvider.GetRequiredService<TimeProvider>(), ct);
        await output.WriteLineAsync(run == 0 ? "Schema: up to date." : $"Schema: brought up to date, {run} scripts.");
        (long events, long? brokenAt) = await AuditChain.VerifyAsync(db, ct);
        await output.WriteLineAsync(brokenAt is { } number ? $"Audit trail: broken at event {number}, after {events} good ones."
            : $"Audit trail: {events} events, unbroken.");
        await output.WriteLineAsync($"Services: {await db.Services.LongCountAsync(ct)}. Waves: {await db.Waves.LongCountAsync(ct)}. "
            + $"Responses: {await db.ResponseCounts.SumAsync(c => c.Count, ct)}.");
        return brokenAt is null ? CadranCommand.Done : CadranCommand.Stopped;
    }
}
