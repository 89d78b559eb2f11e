using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>The preview of a wave shows the questions and sends nothing.</summary>
public sealed class WavesPreviewTests(TestApp app)
{
    [Fact]
    public async Task Preview_HasNothingToSend()
    {
        Wave wave = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(5));
        Page page = await (await app.As(Role.Executive)).Get($"/collection/waves/{wave.Id}/preview/fr/1");
        Assert.Contains("Aperçu", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("button"));
        Assert.Equal("Vous", (await page.Follow("Continuer")).Title);
        Assert.Equal(404, (await page.Browser.Get($"/collection/waves/{wave.Id}/preview/fr/3")).Status);
        Assert.Equal(404, (await page.Browser.Get($"/collection/waves/{wave.Id}/preview/de/1")).Status);
    }
}
