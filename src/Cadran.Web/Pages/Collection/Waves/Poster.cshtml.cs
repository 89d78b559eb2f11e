using System.Globalization;
using System.Net;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>One sheet for the counter or the waiting room, in every language that respondents can choose.</summary>
public sealed class WavesPosterModel(CadranDb db, Access access, CadranSettings settings, IStringLocalizer<Text> text)
    : LoadedPage<WavesPosterModel.Sheet>
{
    /// <param name="Sides">One for each language, the reader's first.</param>
    public sealed record Sheet(Wave Wave, IReadOnlyList<Side> Sides, string Organisation);

    public sealed record Side(string Language, string Heading, string Service, string Invitation);

    public string Link => $"{settings.Address(Request)}{Routes.Answer.Wave(Shown.Wave.Slug)}";

    /// <summary>The address is the loopback of this machine: a telephone that scans it finds itself.</summary>
    public bool OnlyHere => new Uri(Link).Host is "localhost"
        || (IPAddress.TryParse(new Uri(Link).Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        (Wave wave, Service service) = await db.FindWaveAsync(access, id, Right.Read, ct);
        LocalText organisation = await db.Organisations.Where(o => o.Id == service.OrganisationId).Select(o => o.Name).FirstAsync(ct);
        QuestionnaireContent asked = await db.QuestionnaireVersions.AsNoTracking().Where(v => v.Id == wave.VersionId)
            .Select(v => v.Content).FirstAsync(ct);
        List<string> languages = [.. asked.Languages.OrderByDescending(language => language == Localization.Language)];
        Shown = new(wave, [.. languages.Select(language => InLanguage(language, wave, service))],
            string.Join(" · ", languages.Select(organisation.In).Distinct()));
    }

    private Side InLanguage(string language, Wave wave, Service service)
    {
        CultureInfo own = CultureInfo.CurrentUICulture, format = CultureInfo.CurrentCulture;
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Localization.Respondents[language];
        try
        {
            return new Side(language, text["Tell us how it went"], service.Name.In(language),
                text["Scan the code with your telephone, or type the address below. Anonymous, without an account, until {0}.",
                    wave.ClosesOn.Long()]);
        }
        finally { (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (own, format); }
    }
}
