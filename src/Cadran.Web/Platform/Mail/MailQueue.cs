using System.Globalization;
using System.Threading.Channels;
using Cadran.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Platform;

/// <summary>
/// Writes letters after the page has answered: how long a request takes does not tell whether the address is that of an account. What
/// waits here is lost when the program stops; whoever asked asks again.
/// </summary>
internal sealed class MailQueue(IServiceScopeFactory scopes, Mailer mailer, SignInLimits limits, CadranSettings settings,
    IStringLocalizer<Text> text, ILogger<MailQueue> log) : BackgroundService
{
    private readonly Channel<(string Email, string Language)> asked =
        System.Threading.Channels.Channel.CreateBounded<(string, string)>(
            new BoundedChannelOptions(500) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Somebody asks for a link to choose a new password for the account of that address.</summary>
    public void Ask(string email) => asked.Writer.TryWrite((email, Localization.Language));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (email, language) in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await AnswerAsync(email, language, stoppingToken);
            }
#pragma warning disable CA1031 // Whatever the mail server says, the next letter is tried.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The failure may quote the address: of that only its kind is told.
                log.LogError("A letter to choose a new password could not be sent: {Failure}", failure.GetType().Name);
            }
#pragma warning restore CA1031
        }
    }

    private async Task AnswerAsync(string email, string language, CancellationToken ct)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        User? user = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByEmailAsync(email);
        if (user is null || user.DisabledAtUtc is not null || !limits.MayWrite(user.Id)) return;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localization.Cultures[language];
        string path = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().PathAsync(user);
        string body = string.Join("\r\n\r\n",
            text["Somebody, probably you, asked for a new password for Cadran."],
            text["Choose it here. The link works once, and for one day:"],
            settings.PublicAddress!.Trim().TrimEnd('/') + path,
            text["If it was not you, do nothing: your password stays as it is."]) + "\r\n";
        await mailer.SendAsync(new Letter(user.Email!, user.DisplayName, text["Choose a new password for Cadran"], body), ct);
    }
}
