using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Cadran.Tests.Interface;

/// <summary>What a newcomer reads who starts Cadran twice: one sentence that says what to do, not the trace of a host.</summary>
public sealed class ServeTests
{
    [Fact]
    public async Task AddressInUse_IsSaidInOneSentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        string folder = Directory.CreateTempSubdirectory("cadran-serve-").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cadran.Web.dll"), "serve", "--urls", address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Cadran__DataFolder"] = folder;
        start.Environment["Cadran__Postgres"] = "";
        using Process run = Process.Start(start)!;
        Task<string> output = run.StandardOutput.ReadToEndAsync();
        string error = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Choose another address: cadran serve --urls",
            Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await output, StringComparison.Ordinal);
    }
}
