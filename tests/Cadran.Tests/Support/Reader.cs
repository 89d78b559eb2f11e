using System.Globalization;
using Cadran.Web;
using Cadran.Web.Platform;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Cadran.Tests.Support;

/// <summary>
/// Somebody who reads in a language: what is said while it is in use is said in that language. The culture comes back with it.
/// </summary>
internal sealed class Reader : IDisposable
{
    private readonly (CultureInfo Culture, CultureInfo Ui) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    private Reader(TestApp app, string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localization.Cultures[language];
        Text = app.Services.GetRequiredService<IStringLocalizer<Text>>();
    }

    public IStringLocalizer<Text> Text { get; }

    public static Reader Of(TestApp app, string language) => new(app, language);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
}
