using System.CommandLine;
using Cadran.Jobs;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Cadran.Web.Commands;

internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on; default http://127.0.0.1:5080." };
        var command = new Command("serve", "Serve the web application.") { urls };
        command.SetAction((parsed, ct) =>
            RunAsync(parsed.GetValue(urls) is { } given ? ["--urls", given] : [], parsed.InvocationConfiguration, ct));
        return command;
    }

    public static async Task<int> RunAsync(string[] args, InvocationConfiguration console, CancellationToken ct)
    {
        // Before it listens, what stops it is said below in a sentence; the host would bury that under its own trace.
        bool listening = false;
        await using WebApplication app = CadranApp.Build(args,
            builder => builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", _ => listening));
        try
        {
            await app.PrepareAsync(ct);
            await app.Services.GetRequiredService<JobRunner>().EndInterruptedAsync(ct);
            await app.StartAsync(ct);
            listening = true;
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await console.Error.WriteLineAsync(
                $"{taken.Message} Another program, perhaps another Cadran, listens there. " +
                "Choose another address: cadran serve --urls http://127.0.0.1:5081");
            return CadranCommand.Stopped;
        }
        catch (Exception wrong) when (wrong is FormatException
            || wrong is InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" })
        {
            await console.Error.WriteLineAsync(
                $"The address to listen on cannot be used: {wrong.Message} Write it as cadran serve --urls http://127.0.0.1:5080");
            return CadranCommand.Stopped;
        }
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        string reached = app.Services.GetRequiredService<CadranSettings>().PublicAddress is { Length: > 0 } known
            ? known.TrimEnd('/') : address;
        await console.Output.WriteLineAsync($"Cadran is ready at {address}");
        if (await app.Services.GetRequiredService<SetupLink>().PathAsync(ct) is { } path)
            await console.Output.WriteLineAsync($"First start. Create the administrator here, once: {reached}{path}");
        await app.WaitForShutdownAsync(ct);
        return CadranCommand.Done;
    }
}
