using System.Collections.Concurrent;
using Cadran.Collection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadran.Benchmarks;

/// <summary>
/// What no program with these pages can be faster than on this machine: the same server sends the same bytes to the same clients, and
/// appends what they send to a file, with one sync for all that waits. It checks nothing, knows nobody and loses order and keys.
/// </summary>
internal sealed class DurableFloor : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly BlockingCollection<(byte[] Bytes, TaskCompletionSource Done)> waiting = [];
    private readonly FileStream file;
    private readonly Thread writer;

    private DurableFloor(WebApplication app, string path)
    {
        this.app = app;
        file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        writer = new Thread(Write) { IsBackground = true, Name = "floor" };
        writer.Start();
    }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="page">What the program sends for a page, byte for byte.</param>
    public static async Task<DurableFloor> StartAsync(string folder, Wave wave, byte[] page)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        var floor = new DurableFloor(app, Path.Combine(folder, "floor"));
        string address = $"/answer/{wave.Slug}/en/0123456789abcdef0123456789abcdef/";
        app.Run(http => floor.AnswerAsync(http, address, page));
        await app.StartAsync();
        return floor;
    }

    private async Task AnswerAsync(HttpContext http, string address, byte[] page)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsPost(http.Request.Method))
        {
            var bytes = new byte[(int)http.Request.ContentLength!.Value];
            await http.Request.Body.ReadExactlyAsync(bytes);
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((bytes, done));
            await done.Task;
            http.Response.StatusCode = 303;
            http.Response.Headers.Location = address + "thanks";
        }
        else if (http.Request.Path.Value!.EndsWith("/1", StringComparison.Ordinal))
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = page.Length;
            await http.Response.Body.WriteAsync(page);
        }
        else
        {
            http.Response.StatusCode = 303;
            http.Response.Headers.Location = address + "1";
        }
    }

    private void Write()
    {
        var senders = new List<TaskCompletionSource>();
        foreach ((byte[] first, TaskCompletionSource sender) in waiting.GetConsumingEnumerable())
        {
            file.Write(first);
            senders.Add(sender);
            while (waiting.TryTake(out (byte[] Bytes, TaskCompletionSource Done) next))
            {
                file.Write(next.Bytes);
                senders.Add(next.Done);
            }
            file.Flush(flushToDisk: true);
            foreach (TaskCompletionSource written in senders) written.SetResult();
            senders.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        waiting.CompleteAdding();
        writer.Join();
        waiting.Dispose();
        await file.DisposeAsync();
    }
}
