using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary>The code of a wave's address, as an image.</summary>
public sealed class WavesQrTests(TestApp app)
{
    [Theory]
    [InlineData("png", "image/png"), InlineData("svg", "image/svg+xml")]
    public async Task Code_IsAnImage(string format, string type)
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser browser = await app.As(Role.Analyst);
        using HttpResponseMessage image = await browser.Raw(new(HttpMethod.Get, $"/collection/waves/{wave.Id}/qr.{format}"));
        Assert.Equal(type, image.Content.Headers.ContentType!.MediaType);
        byte[] start = [.. (await image.Content.ReadAsByteArrayAsync()).Take(4)];
        Assert.Equal(format == "png" ? [0x89, .. "PNG"u8] : [.. "<svg"u8], start);
    }
}
