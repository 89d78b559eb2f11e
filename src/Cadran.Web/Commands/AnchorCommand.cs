using System.CommandLine;
using System.Text;
using Cadran.Collection;
using Cadran.Storage;
using Cadran.Web.Platform;

namespace Cadran.Web.Commands;

/// <summary><c>cadran anchor [FILE or ADDRESS]</c>: a signed anchor of the audit trail, to a file, an address or standard output.</summary>
internal static class AnchorCommand
{
    public static Command Create()
    {
        var target = new Argument<string?>("TARGET")
        {
            Description = "A file that does not exist yet, or an http(s) address that takes a POST; standard output without it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("anchor", "Sign what the audit trail and the closed waves are now, to be kept elsewhere.") { target };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(target), parsed.InvocationConfiguration, ct));
        return command;
    }

    private static async Task<int> RunAsync(string? target, InvocationConfiguration console, CancellationToken ct)
    {
        await using WebApplication app = CadranApp.Build([]);
        app.Services.GetRequiredService<CadranSettings>().RequireDatabase();
        await app.PrepareAsync(ct);
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        string? text = await scope.ServiceProvider.GetRequiredService<AnchorFolder>()
            .MakeAsync(scope.ServiceProvider.GetRequiredService<AuditAnchors>(), ct);
        if (text is null)
        {
            await console.Error.WriteLineAsync("The audit trail is empty: there is nothing to anchor yet.");
            return CadranCommand.Stopped;
        }
        try
        {
            await WriteAsync(text, target, console, ct);
            return CadranCommand.Done;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            await console.Error.WriteLineAsync(problem.Message);
            return CadranCommand.Stopped;
        }
    }

    private static async Task WriteAsync(string text, string? target, InvocationConfiguration console, CancellationToken ct)
    {
        if (target is null) { await console.Output.WriteAsync(text); return; }
        if (Uri.TryCreate(target, UriKind.Absolute, out Uri? address) && (address.Scheme is "http" or "https"))
        {
            using var client = new HttpClient();
            using var content = new StringContent(text, Encoding.UTF8, "text/plain");
            using HttpResponseMessage answer = await client.PostAsync(address, content, ct);
            answer.EnsureSuccessStatusCode();
            await console.Output.WriteLineAsync($"Sent: {target}, {(int)answer.StatusCode}");
            return;
        }
        await using (var writer = new StreamWriter(PrivateFiles.Create(target))) await writer.WriteAsync(text);
        await console.Output.WriteLineAsync($"Written: {target}");
    }
}
