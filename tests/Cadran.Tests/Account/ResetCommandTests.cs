using System.Diagnostics;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Account;

/// <summary>Whoever has the machine lets a lone administrator in again.</summary>
public sealed class ResetCommandTests
{
    [Fact]
    public async Task Reset_PrintsALinkThatTheRunningProgramTakes()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        Person person = await fresh.PersonAsync(Role.Administrator);
        Browser inside = fresh.Browser();
        await person.SignInAsync(inside);
        await fresh.Services.DbAsync(db => db.Users.Where(u => u.Id == person.Id).ExecuteUpdateAsync(set => set
            .SetProperty(u => u.TwoFactorEnabled, true).SetProperty(u => u.DisabledAtUtc, TestApp.Start.UtcDateTime)));

        (int code, string output, string error) = await RunAsync(fresh, "nobody@person.example");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("There is no account nobody@person.example.", error);
        (code, output, error) = await RunAsync(fresh, person.Email);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("is disabled. Say --enable to open it again.", error);
        (code, output, error) = await RunAsync(fresh, person.Email, "--enable", "--without-second-step");
        Assert.True(code == 0, error);
        await fresh.Services.TraceAsync("account.reset", person.Id, Actor.Command.Name, "DisabledAtUtc", "TwoFactorEnabled");

        Page chosen = await (await fresh.Browser().Get(new Uri(output.Trim()).PathAndQuery))
            .Submit(new() { ["Input.Password"] = "the new long phrase" });
        Assert.Contains("/account/sign-in", chosen.Url);
        Assert.StartsWith("/account/sign-in", (await inside.Get("/account")).Url);
        Assert.Equal("/overview", (await person.SignInAsync(fresh.Browser(), "the new long phrase")).Url);
    }

    // The command reads its settings where every program does: from the environment of its own process.
    private static async Task<(int Code, string Output, string Error)> RunAsync(FreshApp fresh, params string[] given)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Cadran.Web.dll");
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [program, "account", "reset", .. given])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Cadran__DataFolder"] = fresh.DataFolder, ["Cadran__Postgres"] = fresh.PostgresConnection },
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
