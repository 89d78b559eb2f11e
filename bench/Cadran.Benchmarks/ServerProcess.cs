using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Cadran.Web.Platform;

namespace Cadran.Benchmarks;

/// <summary>The built program as a process of its own, with a data folder and, when given, a PostgreSQL server.</summary>
internal static class ServerProcess
{
    public static Process Start(string folder, string? postgres, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CadranApp).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Cadran__DataFolder"] = folder;
        start.Environment["Cadran__Postgres"] = postgres ?? "";
        // All clients are one source.
        start.Environment["Cadran__AnswersPerSource"] = "0";
        return Process.Start(start)!;
    }

    /// <summary>Starts serving and waits until a page is there.</summary>
    /// <exception cref="InvalidOperationException">The program ended instead; its words are in the message.</exception>
    public static async Task<Process> ServeAsync(string folder, string? postgres, Uri address, string page)
    {
        Process server = Start(folder, postgres, "serve", "--urls", address.ToString());
        // Nobody reads what it prints: a full pipe would stop it.
        server.OutputDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = address };
        while (true)
        {
            try
            {
                using HttpResponseMessage answer = await client.GetAsync(page);
                if (answer.StatusCode == HttpStatusCode.OK) return server;
            }
            catch (HttpRequestException) { await Task.Delay(10); }
            if (server.HasExited) throw new InvalidOperationException(await server.StandardError.ReadToEndAsync());
        }
    }

    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
