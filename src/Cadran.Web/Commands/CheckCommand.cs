using System.CommandLine;
using Cadran.Collection;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Commands;

/// <summary>
/// <c>cadran check</c>: is the database whole, on the right schema, its audit trail unbroken, and all as the anchors say? Exit code 1 when
/// not. It makes no database where there is none.
/// </summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var anchors = new Option<string[]>("--anchor")
        {
            Description = "An anchor kept elsewhere, to be compared too; can be given again.",
        };
        var command = new Command("check", "Verify the schema, the audit trail and the closed waves of the database.") { anchors };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(anchors) ?? [], parsed.InvocationConfiguration, ct));
        return command;
    }

    private static async Task<int> RunAsync(string[] given, InvocationConfiguration console, CancellationToken ct)
    {
        TextWriter output = console.Output;
        await using WebApplication app = CadranApp.Build([]);
        app.Services.GetRequiredService<CadranSettings>().RequireDatabase();
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        int run = await Schema.ApplyAsync(db, scope.ServiceProvider.GetRequiredService<TimeProvider>(), ct);
        await output.WriteLineAsync(run == 0 ? "Schema: up to date." : $"Schema: brought up to date, {run} scripts.");
        (long events, long? brokenAt) = await AuditChain.VerifyAsync(db, ct);
        await output.WriteLineAsync(brokenAt is { } number ? $"Audit trail: broken at event {number}, after {events} good ones."
            : $"Audit trail: {events} events, unbroken.");
        if (await db.AuditEvents.AsNoTracking().OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct) is { } last)
            await output.WriteLineAsync($"Last event: {last.Number}, sealed with {last.Hash}.");
        bool asAnchored = await CompareAsync(scope.ServiceProvider, given, output, ct);
        bool asPublished = await CompareCountsAsync(scope.ServiceProvider, output, ct);
        await output.WriteLineAsync($"Services: {await db.Services.LongCountAsync(ct)}. Waves: {await db.Waves.LongCountAsync(ct)}. "
            + $"Responses: {await db.ResponseCounts.SumAsync(c => c.Count, ct)}.");
        return brokenAt is null && asAnchored && asPublished ? CadranCommand.Done : CadranCommand.Stopped;
    }

    private static async Task<bool> CompareCountsAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        IReadOnlyList<string> wrong = await services.GetRequiredService<PublishedCounts>().CompareAsync(ct);
        foreach (string sentence in wrong) await output.WriteLineAsync(sentence);
        int counts = await services.GetRequiredService<CadranDb>().PublishedCounts.CountAsync(ct);
        if (counts == 0) await output.WriteLineAsync("Published counts: none.");
        else if (wrong.Count == 0)
            await output.WriteLineAsync($"Published counts: {counts}; receipts, roots and stored answers agree.");
        return wrong.Count == 0;
    }

    private static async Task<bool> CompareAsync(IServiceProvider services, string[] given, TextWriter output, CancellationToken ct)
    {
        string? own = AnchorKey.Public(services.GetRequiredService<CadranSettings>().KeyFolder);
        var anchors = new List<AuditAnchor>();
        var wrong = new List<string>();
        foreach (string file in services.GetRequiredService<AnchorFolder>().Files().Concat(given))
        {
            if (!File.Exists(file)) { wrong.Add($"Anchor {file}: there is no such file."); continue; }
            if (AuditAnchor.Read(await File.ReadAllTextAsync(file, ct), out string signer) is not { } anchor)
                wrong.Add($"Anchor {file}: it is none, or was changed after it was signed.");
            else if (signer != own) wrong.Add($"Anchor {file}: it is signed with another key than this installation's.");
            else anchors.Add(anchor);
        }
        wrong.AddRange(await services.GetRequiredService<AuditAnchors>().CompareAsync(anchors, ct));
        foreach (string sentence in wrong) await output.WriteLineAsync(sentence);
        if (anchors.Count == 0) await output.WriteLineAsync("Anchors: none to compare with.");
        else if (wrong.Count == 0) await output.WriteLineAsync($"Anchors: {anchors.Count} compared, all as they say.");
        return wrong.Count == 0;
    }
}
