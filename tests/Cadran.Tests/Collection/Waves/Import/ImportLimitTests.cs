using System.Net;
using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Collection;

public sealed class ImportLimitTests(TestApp app)
{
    // One gigabyte that is never made: the server must say no from the announced length, long before the end.
    [Theory]
    [InlineData("/collection/waves/{0}/import")]
    [InlineData("/catalogue/inventory/import")]
    [InlineData("/questionnaires/from-file?handler=Look")]
    public async Task Gigabyte_IsRefusedBeforeItIsRead(string path)
    {
        Wave wave = await WaveData.AddAsync(app);
        Browser analyst = await app.As(Role.Analyst);
        var content = new Zeros(1_000_000_000);
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        string address = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, wave.Id);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.ExpectContinue = true;
        using HttpResponseMessage response = await analyst.Raw(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("This file is too large", await response.Content.ReadAsStringAsync());
        Assert.True(content.Sent < 10_000_000, $"{content.Sent} bytes were sent");
    }

    private sealed class Zeros(long length) : HttpContent
    {
        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            byte[] block = new byte[1 << 16];
            for (; Sent < length; Sent += block.Length) await stream.WriteAsync(block);
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
