using System.IO.Compression;
using System.Text;
using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>A list comes in by file; what is no list is refused at its form, and nothing of it stays in clear.</summary>
public sealed class FramesImportTests(TestApp app)
{
    [Fact]
    public async Task AList_WaitsSealed_AndItsColumnsAreGuessed()
    {
        string tag = FrameData.Tag();
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 2));
        Page columns = await SendAsync(frame, FrameData.List(tag, 3));
        Assert.Equal("What is each column?", columns.Title);
        Assert.Equal("Email", ImportSteps.Value(columns, 5, "Field"));
        FrameImport import = await app.Db(db =>
            db.FrameImports.AsNoTracking().SingleAsync(i => i.FrameId == frame.Id && i.CommittedAtUtc == null));
        await app.Services.TraceAsync("frame.upload", import.Id, "Analyst tester", "", "clients.csv");
        string[] waiting = Directory.GetFiles(Path.Combine(app.DataFolder, "uploads"), $"*{import.Id:N}*");
        Assert.DoesNotContain(tag, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Assert.Single(waiting))));
    }

    [Fact]
    public async Task WhatIsNoList_IsRefusedAtTheForm()
    {
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 2));
        Page none = await (await app.As(Role.Analyst)).Get($"/collection/frames/{frame.Id}/import");
        await none.RefusesAsync(422, [], ["Choose a file."]);
        byte[] bomb;
        using (var packed = new MemoryStream())
        {
            using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(new byte[20_000_000]);
            bomb = packed.ToArray();
        }
        byte[][] hostile =
        [
            [], [0x50, 0x4B, 3, 4, 1, 2, 3], bomb, [0, 1, 2, 3, 0, 255], "\n\n\n"u8.ToArray(), [.. "%PDF-1.7\n"u8],
            Encoding.UTF8.GetBytes("code\0,name\n1,a\n"),
        ];
        foreach (byte[] file in hostile)
        {
            Page refused = await SendAsync(frame, file);
            Assert.True(refused.Status is 422 or 400 || refused.Url.Contains("/columns/", StringComparison.Ordinal),
                $"{refused.Status} of {file.Length} bytes");
            Assert.NotEqual(500, refused.Status);
        }
    }

    [Fact]
    public async Task AFileBeyondTheLimit_IsRefused()
    {
        string path = Path.GetTempFileName();
        await using (var large = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose))
        {
            large.SetLength(FrameUploads.MostBytes + 1);
            var refused = await Assert.ThrowsAsync<RuleViolationException>(() =>
                app.Services.GetRequiredService<FrameUploads>().StoreAsync(Guid.NewGuid(), large, CancellationToken.None));
            Assert.Equal("A list of clients may have at most {0} MB.", refused.Message);
        }
    }

    [Fact]
    public async Task AListThatWasTamperedWith_IsNotRead()
    {
        Frame frame = await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 2));
        Page columns = await SendAsync(frame, FrameData.List(FrameData.Tag(), 3));
        string waiting = Directory.GetFiles(Path.Combine(app.DataFolder, "uploads"), $"*{columns.Id:N}*")[0];
        byte[] bytes = await File.ReadAllBytesAsync(waiting);
        bytes[^40] ^= 1;
        await File.WriteAllBytesAsync(waiting, bytes);
        var refused = Assert.Throws<RuleViolationException>(() => app.Services.GetRequiredService<FrameUploads>().Open(columns.Id));
        Assert.Equal("The list that was sent can no longer be read. Send it again.", refused.Message);
    }

    private Task<Page> SendAsync(Frame frame, string list) => SendAsync(frame, Encoding.UTF8.GetBytes(list));

    private async Task<Page> SendAsync(Frame frame, byte[] list)
    {
        Browser analyst = await app.As(Role.Analyst);
        string path = $"/collection/frames/{frame.Id}/import";
        return await ImportSteps.Send(analyst, await analyst.Get(path), path, list, "clients.csv", "Upload");
    }
}
