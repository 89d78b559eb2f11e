using System.CommandLine;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Identity;

namespace Cadran.Web.Commands;

/// <summary>
/// <c>cadran account reset EMAIL</c>: whoever has the machine can always let somebody in again, also the only administrator.
/// </summary>
internal static class AccountResetCommand
{
    public static Command Create()
    {
        var email = new Argument<string>("EMAIL") { Description = "E-mail address of the account." };
        var secondStep = new Option<bool>("--without-second-step") { Description = "Take the second step away: the telephone is lost." };
        var enable = new Option<bool>("--enable") { Description = "Open the account again if it is disabled." };
        var command = new Command("reset", "Print a link that works once, for one day, to choose a new password.")
        {
            email, secondStep, enable,
        };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(email), parsed.GetValue(secondStep), parsed.GetValue(enable),
            parsed.InvocationConfiguration, ct));
        return command;
    }

    private static async Task<int> RunAsync(string email, bool withoutSecondStep, bool enable, InvocationConfiguration console,
        CancellationToken ct)
    {
        await using WebApplication app = CadranApp.Build([]);
        var settings = app.Services.GetRequiredService<CadranSettings>();
        settings.RequireDatabase();
        await app.PrepareAsync(ct);
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        db.Actor = Actor.Command;
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        User? user = await users.FindByEmailAsync(email);
        if (user is null)
        {
            await console.Error.WriteLineAsync($"There is no account {email}.");
            return CadranCommand.Stopped;
        }
        if (user.DisabledAtUtc is not null && !enable)
        {
            await console.Error.WriteLineAsync($"The account {email} is disabled. Say --enable to open it again.");
            return CadranCommand.Stopped;
        }
        if (user.DisabledAtUtc is not null) user.Enable();
        if (withoutSecondStep) user.TwoFactorEnabled = false;
        user.EndWhatIsOpen();
        await db.Because("account.reset").SaveChangesAsync(ct);
        await app.Services.GetRequiredService<UserSessions>().EndAllAsync(user.Id, null, ct);
        string path = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().PathAsync(user);
        string address = string.IsNullOrWhiteSpace(settings.PublicAddress) ? CadranApp.DefaultUrl
            : settings.PublicAddress.Trim().TrimEnd('/');
        await console.Output.WriteLineAsync(address + path);
        await console.Error.WriteLineAsync($"Works once and for one day. {email} is signed out everywhere.");
        if (user.TwoFactorEnabled)
            await console.Error.WriteLineAsync("The second step is still asked for; --without-second-step takes it away.");
        return CadranCommand.Done;
    }
}
