using System.Globalization;
using Cadran.Collection;
using Cadran.Web.Respondent;
using Cadran.Web.Words;

namespace Cadran.Web.Platform;

/// <summary>What sends the messages of waves.</summary>
internal static class InvitationRegistration
{
    public static IServiceCollection AddInvitations(this IServiceCollection services, CadranSettings settings) => services
        .AddSingleton(new DomainPace(settings.Mail.PerDomain))
        .AddSingleton<LastDay>(Day)
        .AddSingleton<InvitationTexts>()
        .AddSingleton<InvitationMime>()
        .AddSingleton<InvitationSender>()
        .AddHostedService<InvitationSending>();

    private static string Day(DateOnly day, string language)
    {
        (CultureInfo culture, CultureInfo words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localization.Respondents[language];
        try { return day.Long(); }
        finally { (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words); }
    }
}
