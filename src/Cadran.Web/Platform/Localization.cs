using System.Globalization;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Platform;

public static class Localization
{
    /// <summary>Interface languages and the culture that formats their dates and numbers.</summary>
    public static readonly IReadOnlyDictionary<string, CultureInfo> Cultures = new Dictionary<string, CultureInfo>
    {
        ["en"] = English(),
        ["fr"] = French(),
    };

    /// <summary>
    /// Languages in which respondents can be asked and answered: those of the interface, and those in which only their pages are written.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, CultureInfo> Respondents = new Dictionary<string, CultureInfo>(Cultures)
    {
        ["nl"] = WithoutDayOfWeek("nl-BE", "d MMMM yyyy"),
        ["de"] = WithoutDayOfWeek("de-BE", "d. MMMM yyyy"),
    };

    // Day and month order is ambiguous in English: the international order is the one the Government of Canada writes.
    private static CultureInfo English()
    {
        var culture = new CultureInfo("en-CA");
        culture.DateTimeFormat.ShortDatePattern = "yyyy-MM-dd";
        culture.DateTimeFormat.LongDatePattern = "MMMM d, yyyy";
        return culture;
    }

    private static CultureInfo French() => WithoutDayOfWeek("fr-CA", "d MMMM yyyy");

    // Nobody needs the day of the week in a due date.
    private static CultureInfo WithoutDayOfWeek(string name, string longDate)
    {
        var culture = new CultureInfo(name);
        culture.DateTimeFormat.LongDatePattern = longDate;
        return culture;
    }

    /// <summary>Two-letter code of the language in use.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    internal static void AddCadranLocalization(this IServiceCollection services)
    {
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Cultures["en"]);
            options.SupportedCultures = options.SupportedUICultures = [.. Cultures.Values];
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = LanguageCookie }, new BrowserLanguage()];
        });
    }

    public const string LanguageCookie = "cadran-language";

    /// <summary>
    /// "{n} response" or "{n} responses": the resource holds both forms divided by a bar, and each language knows its plural.
    /// </summary>
    public static string Plural(this IStringLocalizer text, string forms, long n, params object[] more)
    {
        string[] parts = text[forms].Value.Split('|');
        // French counts 0 and 1 as singular; English, Dutch and German only 1.
        bool singular = Language == "fr" ? Math.Abs(n) < 2 : n == 1;
        return string.Format(CultureInfo.CurrentCulture, parts[singular || parts.Length == 1 ? 0 : 1],
            [n.ToString("N0", CultureInfo.CurrentCulture), .. more]);
    }

    /// <summary>As <see cref="Plural"/> for what is not whole: "0.7 minutes", « 0,7 minute ».</summary>
    public static string Measured(this IStringLocalizer text, string forms, double n, string format)
    {
        string[] parts = text[forms].Value.Split('|');
        bool singular = Language == "fr" ? Math.Abs(n) < 2 : n == 1;
        return string.Format(CultureInfo.CurrentCulture, parts[singular || parts.Length == 1 ? 0 : 1],
            n.ToString(format, CultureInfo.CurrentCulture));
    }

    /// <summary>An argument of a message: a text in several languages is said in the reader's, a day as a sentence says it.</summary>
    public static object Readable(object argument) => argument switch
    {
        LocalText written => written.In(Language),
        DateOnly day => day.Long(),
        _ => argument,
    };

    // Any French goes to fr-CA and any English to en-CA: the browser's region does not matter here.
    private sealed class BrowserLanguage : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
        {
            var wanted = httpContext.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
                .Select(l => l.Value.ToString()).Where(l => l.Length >= 2).Select(l => l[..2].ToLowerInvariant());
            string? found = wanted.FirstOrDefault(Cultures.ContainsKey);
            return Task.FromResult(found is null ? null : new ProviderCultureResult(Cultures[found].Name));
        }
    }
}
