using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Cadran.Collection;
using Cadran.Csv;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Respondent;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Cadran.Benchmarks;

/// <summary>
/// 100,000 people of a sample are invited by e-mail, through a real mail server in this process that takes everything and keeps nothing:
/// <c>mail [people] [connections]</c>. Seconds to make the messages ready and to send them, and the memory of both.
/// </summary>
internal static class MailBenchmark
{
    public static async Task RunAsync(string[] args)
    {
        int people = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        string connections = args.Length > 1 ? args[1] : "4";
        string folder = Directory.CreateTempSubdirectory("cadran-bench-").FullName;
        var server = new Taker();
        var clock = new Clock();
        try
        {
            await using WebApplication app = CadranApp.Build(["--urls", "http://127.0.0.1:0"], builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["Cadran:DataFolder"] = folder,
                    ["Cadran:PublicAddress"] = "https://cadran.example.org",
                    ["Cadran:Mail:Host"] = "127.0.0.1",
                    ["Cadran:Mail:Port"] = $"{server.Port}",
                    ["Cadran:Mail:Tls"] = "None",
                    ["Cadran:Mail:From"] = "survey@cadran.example.org",
                    ["Cadran:Mail:PerDomain"] = "0",
                    ["Cadran:Mail:Connections"] = connections,
                });
            });
            await app.PrepareAsync(default);
            await PlanAsync(app.Services, people);
            clock.Ahead = TimeSpan.FromDays(2);
            long start = Stopwatch.GetTimestamp();
            using (IServiceScope scope = app.Services.CreateScope())
                await scope.ServiceProvider.GetRequiredService<InvitationRounds>().RunAsync(default);
            double ready = Stopwatch.GetElapsedTime(start).TotalSeconds;
            start = Stopwatch.GetTimestamp();
            int sent = await app.Services.GetRequiredService<InvitationSender>().RunAsync(default);
            double sending = Stopwatch.GetElapsedTime(start).TotalSeconds;
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{people:N0} invitations made ready in {ready:0.0} s; " +
                $"over {connections} connections {sent:N0} sent in {sending:0.0} s ({sent / sending:N0}/s), " +
                $"{server.Taken:N0} taken by the server; {self.PeakWorkingSet64 / 1_000_000:N0} MB at most, server and import included"));
        }
        finally
        {
            await server.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PlanAsync(IServiceProvider services, int people)
    {
        using IServiceScope scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Wave open = await BenchWave.AddAsync(services, 5);
        var time = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        Moment now = time.Now;
        Wave wave = Wave.Plan(open.ServiceId, open.VersionId, "2", now.Today.AddDays(1), now.Today.AddDays(30), Actor.System, now, true);
        db.Waves.Add(wave);
        Guid organisation = await db.Services.Where(s => s.Id == wave.ServiceId).Select(s => s.OrganisationId).SingleAsync();
        var frames = scope.ServiceProvider.GetRequiredService<ImportFrame>();
        Frame frame = frames.Add(organisation, null, "clients", "Clients", now.Today.AddYears(1), Actor.System);
        FrameImport list = FrameImport.Send(frame.Id, "clients.csv", Actor.System, now);
        using CsvReader csv = FrameUploads.Read(new MemoryStream(Encoding.UTF8.GetBytes("code,name,language,email\n" + string.Concat(
            Enumerable.Range(0, people).Select(i => $"C{i},Client {i},{(i % 2 == 0 ? "en" : "fr")},p{i}@clients.example\n")))));
        list.Expect(FrameMap.Guess(csv.Header, []));
        db.FrameImports.Add(list);
        await db.SaveChangesAsync();
        await frames.CommitAsync(frame, list, csv, DuplicateChoice.Merge, null, default);
        Sample sample = await scope.ServiceProvider.GetRequiredService<DrawSample>()
            .RunAsync(frame, wave, new() { Method = SampleMethod.Census }, 1, Actor.System, default);
        var texts = services.GetRequiredService<InvitationTexts>();
        InvitationPlan plan = InvitationPlan.Make(sample, wave, new() { SendsOn = wave.OpensOn },
            texts.Usual(["en", "fr"], LinkKind.Personal), Actor.System, now);
        plan.Schedule(wave, Actor.System, now);
        db.Add(plan);
        await db.SaveChangesAsync();
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }

    private sealed class Taker : MessageStore, IAsyncDisposable
    {
        private readonly CancellationTokenSource closing = new();
        private readonly Task serving;
        private int taken;

        public Taker()
        {
            using (var free = new TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Port = ((IPEndPoint)free.LocalEndpoint).Port;
            }
            var parts = new SmtpServer.ComponentModel.ServiceProvider();
            parts.Add(this);
            serving = new SmtpServer.SmtpServer(new SmtpServerOptionsBuilder().ServerName("localhost")
                .Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build(), parts).StartAsync(closing.Token);
        }

        public int Port { get; }
        public int Taken => taken;

        public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref taken);
            return Task.FromResult(SmtpResponse.Ok);
        }

        public async ValueTask DisposeAsync()
        {
            await closing.CancelAsync();
            try { await serving; }
            catch (OperationCanceledException) { }
            closing.Dispose();
        }
    }
}
