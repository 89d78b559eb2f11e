using System.Collections.Concurrent;
using Cadran.Collection;
using Cadran.Tests.Support;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cadran.Tests.Collection;

/// <summary>The program's own log never holds an address of a respondent page or an answer, also when something fails.</summary>
public sealed class RespondentLogsTests(TestApp app)
{
    [Fact]
    public async Task Log_HoldsNoKeyAndNoAnswer()
    {
        Wave wave = await WaveData.AddAsync(app);
        var log = new Collected();
        await using WebApplication second = CadranApp.Build(["--urls", "http://127.0.0.1:0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Cadran:DataFolder"] = app.DataFolder,
                ["Cadran:Postgres"] = app.PostgresConnection,
            });
            builder.Services.AddSingleton<TimeProvider>(app.Time);
            builder.Logging.ClearProviders().AddProvider(log);
        });
        await second.StartAsync();
        var browser =
            new Browser(new Uri(second.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
                "en");
        Page form = await browser.Get($"/answer/{wave.Slug}");
        Page about = await form.Submit(new() { ["q-overall"] = "4" });
        Page thanks = await about.Submit(new() { ["q-improve"] = "a remarkable sentence" });
        Assert.Equal("Thank you", thanks.Title);
        await browser.Get(form.Url + "0");
        await browser.Post(form.Url, [new("q-overall", new string('x', 600_000))]);
        await second.StopAsync();
        string key = form.Url.Split('/')[4];
        Assert.Equal(32, key.Length);
        Assert.DoesNotContain(log.Lines,
            line => line.Contains(key, StringComparison.OrdinalIgnoreCase) || line.Contains("remarkable", StringComparison.Ordinal)
                || line.Contains("q-overall", StringComparison.Ordinal));
    }

    private sealed class Collected : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);
        public void Dispose() { }
    }
}
