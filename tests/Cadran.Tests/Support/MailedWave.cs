using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Cadran.Web.Respondent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Support;

/// <summary>A program with a mail server, and a wave whose sample is to be invited today at nine.</summary>
internal sealed class MailedWave : IAsyncDisposable
{
    private MailedWave(FreshApp app, MailPeer peer, SetTime time) => (App, Peer, Time) = (app, peer, time);

    public FreshApp App { get; }
    public MailPeer Peer { get; }
    public SetTime Time { get; }
    public Wave Wave { get; private set; } = null!;
    public Guid PlanId { get; private set; }

    public static async Task<MailedWave> StartAsync(int people, InvitationTerms? terms = null, bool hasServer = true,
        int perDomain = 0, int? withEmail = null)
    {
        var peer = new MailPeer();
        // A day before the wave opens: then its sample is drawn.
        var time = new SetTime(TestApp.Start.AddDays(-1));
        var settings = new Dictionary<string, string?>
        {
            ["Cadran:PublicAddress"] = "https://cadran.example.org",
            ["Cadran:Mail:Host"] = hasServer ? "127.0.0.1" : "",
            ["Cadran:Mail:Port"] = $"{peer.Port}",
            ["Cadran:Mail:Tls"] = "None",
            ["Cadran:Mail:From"] = "survey@cadran.example.org",
            ["Cadran:Mail:PerDomain"] = $"{perDomain}",
        };
        var mailed = new MailedWave(await FreshApp.StartAsync(s => s.AddSingleton<TimeProvider>(time), settings), peer, time);
        await mailed.PlanAsync(people, withEmail ?? people, terms ?? new());
        return mailed;
    }

    public Task<int> SendAsync() => App.Services.GetRequiredService<InvitationSender>().RunAsync(CancellationToken.None);

    public async Task<T> Db<T>(Func<CadranDb, Task<T>> use)
    {
        using IServiceScope scope = App.Services.CreateScope();
        return await use(scope.ServiceProvider.GetRequiredService<CadranDb>());
    }

    public Task<Dictionary<MailState, int>> StatesAsync(MailKind kind = MailKind.Invitation, int number = 0) => Db(async db =>
        (await MailCount.OfAsync(db, PlanId, CancellationToken.None)).Where(c => (c.Kind, c.Number) == (kind, number))
            .ToDictionary(c => c.State, c => c.Messages));

    /// <summary>The path of the first link in the last message to somebody.</summary>
    public string LinkOf(string to) => Paths(to)[0];
    public string StopOf(string to) => Paths(to)[^1];

    public static string Address(int person) => $"p{person}@clients.example";

    public async Task ChangeAsync(Action<InvitationPlan, Wave> change) => await Db(async db =>
    {
        InvitationPlan plan = await db.InvitationPlans.SingleAsync();
        change(plan, await db.Waves.AsNoTracking().SingleAsync());
        return await db.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Peer.DisposeAsync();
    }

    private string[] Paths(string to)
    {
        string body = Peer.Received.Last(r => r.To == to).Message.TextBody!;
        return [.. body.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("https://", StringComparison.Ordinal))
            .Select(l => new Uri(l).PathAndQuery)];
    }

    private async Task PlanAsync(int people, int withEmail, InvitationTerms terms)
    {
        var organisation = Organisation.Create("A", new("Ministry A", "Ministère A"));
        var service = Service.Create(organisation.Id, "passports", new("Passports", "Passeports"));
        var questionnaire = Questionnaire.Start(service.Id, "Passports",
            WaveData.Content with { Sections = [WaveData.Content.Sections[0]] }, "A test asks what it needs.");
        QuestionnaireVersion version = questionnaire.Publish(TestApp.Start.UtcDateTime);
        var now = new Moment(Time.GetUtcNow().UtcDateTime, WaveData.Today.AddDays(-1));
        Wave = Wave.Plan(service.Id, version.Id, "2026-1", WaveData.Today, WaveData.Today.AddDays(30), Actor.System, now, true);
        await Db(async db => { db.AddRange(organisation, service, questionnaire, Wave); return await db.SaveChangesAsync(); });
        string list = "code,name,language,email,address\n" + string.Concat(Enumerable.Range(0, people)
            .Select(i => $"C{i},Client {i},{(i % 2 == 0 ? "en" : "FR-BE")},"
                + $"{(i < withEmail ? Address(i) : "")},\"{i} Example Street, Brussels\"\n"));
        Frame frame = await FrameData.AddAsync(App.Services, organisation.Id, list);
        Sample sample = await FrameData.DrawAsync(App.Services, frame, Wave, people);
        var texts = App.Services.GetRequiredService<InvitationTexts>();
        var plan = InvitationPlan.Make(sample, Wave, terms with { SendsOn = WaveData.Today }, texts.Usual(["en", "fr"], terms.Links),
            Actor.System, now);
        plan.Schedule(Wave, Actor.System, now);
        await Db(async db => { db.Add(plan); return await db.SaveChangesAsync(); });
        PlanId = plan.Id;
        Time.Set(TestApp.Start.AddHours(1));
    }
}
