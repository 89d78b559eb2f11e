using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Cadran.Tests.Storage;

/// <summary>What whoever runs the program meets: files of theirs alone, sentences instead of traces, lines of a log, health.</summary>
[Trait("Database", "any")]
public sealed class OperatorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cadran-operator-").FullName;
    private string Data => Path.Combine(folder, "data");

    [Fact]
    public async Task Files_AreTheOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }
        Assert.Equal(0, (await RunAsync(["demo"])).Code);
        Assert.Equal(0, (await RunAsync(["anchor", Path.Combine(folder, "kept.anchor")])).Code);
        Assert.Equal(0, (await RunAsync(["backup", Path.Combine(folder, "kept.zip")])).Code);
        const UnixFileMode others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.True(File.Exists(Path.Combine(Data, "cadran.db")));
        foreach (string entry in Directory.GetFileSystemEntries(Data, "*", SearchOption.AllDirectories)
            .Append(Data).Append(Path.Combine(folder, "kept.anchor")).Append(Path.Combine(folder, "kept.zip")))
            Assert.True((File.GetUnixFileMode(entry) & others) == 0, $"{entry}: {File.GetUnixFileMode(entry)}");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("anchor")]
    [InlineData("backup kept.zip")]
    public async Task CommandThatLooks_MakesNoDatabase(string command)
    {
        (int code, _, string error) = await RunAsync(command.Split(' '));
        Assert.Equal(1, code);
        Assert.StartsWith($"There is no database at {Path.Combine(Data, "cadran.db")}.", Assert.Single(Lines(error)));
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("serve", "Cadran__DataFolder", "/proc/cadran", "Cadran__DataFolder")]
    [InlineData("serve --urls foo", "", "", "The address to listen on cannot be used")]
    [InlineData("serve --urls http://192.0.2.1:5081", "", "", "cannot be")]
    [InlineData("serve", "Cadran__Postgres", "Host=127.0.0.1;Port=1;Database=x;Username=x;Password=x", "PostgreSQL cannot be reached")]
    [InlineData("check", "Cadran__Postgres", "no connection string", "Cadran__Postgres cannot be read")]
    [InlineData("serve", "Cadran__PublicAddress", "cadran.example.org", "Cadran__PublicAddress is")]
    [InlineData("serve", "Cadran__Log", "xml", "it can be text or json")]
    public async Task WhatCannotBeUsed_IsSaidInOneSentence(string command, string setting, string value, string said)
    {
        (int code, string output, string error) = await RunAsync(command.Split(' '), (setting, value));
        Assert.Equal(1, code);
        Assert.Contains(said, Assert.Single(Lines(error)));
        Assert.DoesNotContain("   at ", output + error);
    }

    [Fact]
    public async Task DamagedDatabase_IsSaidInOneSentence()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "cadran.db"), string.Concat(Enumerable.Repeat("no database ", 1000)));
        (int code, _, string error) = await RunAsync(["check"]);
        Assert.Equal(1, code);
        Assert.Contains("restore", Assert.Single(Lines(error)));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Failure_IsOneLineWithItsMoment_AndHealthSaysWhatWorks(string log)
    {
        string address = FreeAddress();
        using Process served = Start(["serve", "--urls", address],
            ("Cadran__Log", log), ("Cadran__PublicAddress", "https://cadran.example.org/"));
        Task<string> output = served.StandardOutput.ReadToEndAsync(), error = served.StandardError.ReadToEndAsync();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        Assert.Equal("ready", await UntilReadyAsync(client));
        Assert.Equal("alive", await client.GetStringAsync("/health"));
        // The database is taken away under the running program.
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={Path.Combine(Data, "cadran.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma foreign_keys=off; alter table Organisations rename to Gone; alter table Waves rename to GoneToo";
            await command.ExecuteNonQueryAsync();
        }
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal("alive", await client.GetStringAsync("/health"));
        HttpResponseMessage failed = await client.GetAsync("/answer/abcdefghjk23/fr");
        string page = await failed.Content.ReadAsStringAsync();
        // Asked to end, not killed: what is logged is written first.
        using (Process end = Process.Start("kill", $"{served.Id}")) await end.WaitForExitAsync();
        await served.WaitForExitAsync();
        string[] lines = Lines(await output + await error);
        Assert.Contains(lines, line =>
            line.StartsWith("First start.", StringComparison.Ordinal) && line.Contains("https://cadran.example.org/setup/"));
        string told = Assert.Single(lines, line => line.Contains("no such table", StringComparison.Ordinal));
        if (log == "text") Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ", told);
        else
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$",
                JsonDocument.Parse(told).RootElement.GetProperty("Timestamp").GetString());
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Contains("Un problème est survenu de notre côté", WebUtility.HtmlDecode(page));
        Assert.DoesNotContain("Main menu", page);
        Assert.Contains("answer.css", page);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<string> UntilReadyAsync(HttpClient client)
    {
        for (int i = 0; i < 120; i++)
        {
            try { return await client.GetStringAsync("/health/ready"); }
            catch (HttpRequestException) { await Task.Delay(500); }
        }
        return "never";
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        using Process process = Start(arguments, settings);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private Process Start(string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cadran.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { ["Cadran__DataFolder"] = Data, ["Cadran__Postgres"] = "" },
        };
        foreach (var (name, value) in settings)
            if (name.Length > 0) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
